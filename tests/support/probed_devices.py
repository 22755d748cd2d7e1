"""Graphics devices for tests, each with what real ones do: right, without kernels, no numbers, wrong numbers, hanging,
crashing. The process that tries a device imports this module by name."""

import os
import time

import numpy as np

from facerestore.inference.backends.interface import BorrowedArrays, Detections
from facerestore.values.errors import OutOfMemory, UsageError, WeightsMissing

NO_KERNEL = "CUDA error: no kernel image is available for execution on the device\nCUDA kernel errors might be"


class DrawnNetworks:
    """Both stages without networks, in a few lines of NumPy. ``stage``: which of them does ``wrong`` to its answer."""

    def __init__(self, stage="", wrong=lambda answer: answer):
        self.stage, self.wrong = stage, wrong

    def layout(self):
        scores = np.linspace(1, 9, 19, dtype=np.float32)[:, None, None]
        return lambda crop, hole, latent: self._given("layout", crop[:, :1, ::2, ::2] * scores)

    def texture(self, wanted):
        return self

    def painted(self, inputs):
        return self._given("texture", inputs.crop + 0.5 * inputs.hole)

    def lenders(self, inputs, references):
        return "the mirror image"

    def borrowed(self, painted, lenders):
        return BorrowedArrays(self._given("borrowing", painted[..., ::-1]), np.ones((1, 256, 256), np.float32))

    def _given(self, stage, answer):
        return self.wrong(answer.copy()) if stage == self.stage else answer


class DrawnDetector(DrawnNetworks):
    """A set of weights without stages: there is a detector alone."""

    def layout(self):
        raise WeightsMissing("There are no weights for the task 'layout'.")

    def detector(self):
        return lambda photo, hole: Detections(self._given("detection", photo[:, 0, ::8, ::8] * 9 - 5), None, None)


def without_kernel(answer):
    raise RuntimeError(NO_KERNEL)


def full(answer):
    raise OutOfMemory("The device has too little free memory.")


def not_a_number(answer):
    answer[..., 5, 5] = np.nan
    return answer


def elsewhere(answer):
    return answer[..., ::-1, :]


def half_precise(answer):
    return answer.astype(np.float16).astype(np.float32)


def hanging(answer):
    time.sleep(600)


def crashing(answer):
    os.abort()


WRONGS = {one.__name__: one for one in (without_kernel, full, not_a_number, elsewhere, half_precise, hanging, crashing)}


def drawn_backend(device, weights_dir):
    """``device``: what it does, at which stage, as "crashing at layout"; "right", as "cpu" is; "absent"; or "hanging",
    which it does from the start."""
    if device == "hanging":
        hanging(None)
    if device == "absent":
        raise UsageError("The device 'cuda' is not available here.")
    name, _, stage = device.partition(" at ")
    return DrawnNetworks(stage, WRONGS[name]) if stage else DrawnNetworks()
