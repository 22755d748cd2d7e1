"""NormalNumbers: the normal random numbers of PyTorch's CPU generator, drawn without PyTorch.

A seed must mean the same candidate whatever runs the networks, so all of them are given these. Reproduced is the order
of draws (``at::native::normal_fill``, ``at::normal_distribution``). PyTorch's vectorised logarithm and cosine are
approximate and differ from processor to processor; here they are rounded rightly, and 3 units in the last place of
float32 from them at most.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_BLOCK: Final = 16
"""PyTorch fills sixteen numbers at a time; fewer in all go another way, in double precision."""
_HALF: Final = _BLOCK // 2


class NormalNumbers:
    """A generator with a seed; what is drawn one after the other is what ``torch.randn`` gives.

    >>> numbers = NormalNumbers(7)
    >>> latent, noise = numbers.draw(1, 32), numbers.draw(1, 3, 128, 128)
    """

    def __init__(self, seed: int) -> None:
        # both seed the Mersenne twister (mt19937) as Knuth does, PyTorch with the lower 32 bits
        self._twister = np.random.RandomState(seed & 0xFFFFFFFF)
        self._kept: float | None = None

    def draw(self, *shape: int) -> NDArray[np.float32]:
        """N(0, 1) in a shape."""
        count = int(np.prod(shape, dtype=np.int64))
        flat = self._few(count) if count < _BLOCK else self._many(count)
        return flat.reshape(shape)

    def _many(self, count: int) -> NDArray[np.float32]:
        uniform = self._uniform(count)
        whole = count // _BLOCK * _BLOCK
        flat = np.empty(count, np.float32)
        flat[:whole] = _transformed(uniform[:whole])
        if whole < count:
            flat[-_BLOCK:] = _transformed(self._uniform(_BLOCK))
        return flat

    def _few(self, count: int) -> NDArray[np.float32]:
        return np.array([self._one() for _ in range(count)], np.float32)

    def _one(self) -> float:
        """One of two numbers that two uniform ones give; the other is kept for the next call."""
        if self._kept is not None:
            kept, self._kept = self._kept, None
            return kept
        angle, distance = (2 * np.pi * self._double(), self._double())
        radius = np.sqrt(-2 * np.log1p(-distance))
        self._kept = float(radius * np.sin(angle))
        return float(radius * np.cos(angle))

    def _uniform(self, count: int) -> NDArray[np.float32]:
        """0...1 with 24 bits."""
        return (self._bits(count) & 0xFFFFFF).astype(np.float32) * np.float32(2**-24)

    def _double(self) -> float:
        """0...1 with 53 bits."""
        high, low = (int(bits) for bits in self._bits(2))
        return ((high << 32 | low) & (2**53 - 1)) * 2.0**-53

    def _bits(self, count: int) -> NDArray[np.uint32]:
        return self._twister.randint(0, 2**32, count, np.uint32)


def _transformed(uniform: NDArray[np.float32]) -> NDArray[np.float32]:
    """Normal numbers by Box and Muller, of eight radii and eight angles in each block."""
    blocks = uniform.reshape(-1, 2, _HALF)
    radius = np.sqrt(np.float32(-2) * np.log((1 - blocks[:, 0]).astype(np.float64)).astype(np.float32))
    angle = (np.float32(2 * np.pi) * blocks[:, 1]).astype(np.float64)
    pair = np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32)
    return np.asarray(radius[:, None] * pair, np.float32).reshape(-1)
