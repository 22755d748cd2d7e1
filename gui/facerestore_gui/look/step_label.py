"""Labels of the history's steps: said in the language of now, whenever they were made."""

from typing import Self

from PySide6.QtCore import QCoreApplication


class StepLabel(str):
    """What a step is called, in the language in which it was made. ``now``: in that of now. A label with {name} in it
    is to be ``filled``."""

    __slots__ = ("_context", "_template", "_values")

    _context: str
    _template: str
    _values: dict[str, object]

    def __new__(cls, context: str, template: str, values: dict[str, object]) -> Self:
        text = QCoreApplication.translate(context, template)
        made = super().__new__(cls, text.format(**values) if values else text)
        made._context, made._template, made._values = context, template, values
        return made

    def filled(self, **values: object) -> "StepLabel":
        """With values in their places; those may be labels themselves."""
        return StepLabel(self._context, self._template, values)

    @property
    def now(self) -> str:
        values = {name: label_now(one) if isinstance(one, str) else one for name, one in self._values.items()}
        return StepLabel(self._context, self._template, values)


def translate(context: str, text: str) -> StepLabel:
    """A label. ``lupdate`` knows this function's name."""
    return StepLabel(context, text, {})


def label_now(label: str) -> str:
    """A label in the language of now; what is no label of ours stays, such as the name of a file."""
    return label.now if isinstance(label, StepLabel) else label
