"""From pixels of a face's crop to those of the photo, as Qt says it."""

from PySide6.QtGui import QTransform

from facerestore.values.alignment import Alignment


def crop_transform(alignment: Alignment) -> QTransform:
    matrix = alignment.matrix_crop_to_photo
    return QTransform(matrix[0, 0], matrix[1, 0], matrix[0, 1], matrix[1, 1], matrix[0, 2], matrix[1, 2])
