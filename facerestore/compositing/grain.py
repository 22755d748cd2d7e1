"""Grain: the fine noise of film, paper and scanner, measured on flat visible places and grown anew in a hole.

The spectrum is the median periodogram of small flat windows (the median, because structure in some windows
must not become noise; for the periodogram of Gaussian noise it is ln 2 of the mean). Its strength follows
luminance, as film grain's does. Noise of that spectrum comes from filtering white noise in the frequency
domain, on a plate that repeats without a seam, the way A. Norkin and N. Birkbeck ("Film Grain Synthesis for
AV1 Video Codec", DCC 2018) lay a template over a picture.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import cv2
import numpy as np
import scipy.fft
from numpy.typing import NDArray

from facerestore.compositing.seam import membrane
from facerestore.compositing.tone import LUMA

_MIXING: Final = np.array([[1, 1, 1], [1, 0, -1], [1, -2, 1]]) / np.sqrt([[3], [2], [6]])
"""Orthonormal: brightness and two colour differences, so that colourless grain stays colourless."""

_FLAT: Final = 2.0
"""Flat is what has at most so many times the structure of the flattest sixth of its brightness."""
_FEWEST_WINDOWS: Final = 6
_STRONGEST: Final = 1.7
"""A brightness may be this much grainier than the typical one; beyond, it is texture, not grain."""
_QUIET: Final = _STRONGEST**2
"""Quiet is what has at most so many times the power of the quietest tenth: as much as brightness makes of one grain."""
_QUIETEST: Final = 10
_SLOWEST: Final = 2
"""Periods per window of the slowest wave that is no gradient."""
_LUMA_GROUP: Final = 16
_MOST_UNEVEN: Final = 1.2
_INVISIBLE: Final = 1e-4
_CARRIED_PX: Final = 12
_CUT_PX: Final = 2
_SAMPLE_PX: Final = 256
_SECOND_DIFFERENCE: Final = np.array([1, 0, -2, 0, 1], np.float32)
_RISE: Final = 1.5
"""How far grain may rise towards the longest waves; what rises further is a gradient of the picture."""


@dataclass(frozen=True, eq=False)
class Grain:
    """``spectrum``: float64 (C, n, n), power per bin of an n-point transform; its mean is the variance of a
    component at gain 1. ``lumas``, ``gains``: the strength at some luminances 0...1, ascending.
    ``roughness``: what ``roughness()`` typically gives where there is this grain and no more, at gain 1."""

    spectrum: NDArray[np.float64]
    lumas: NDArray[np.float64]
    gains: NDArray[np.float64]
    roughness: float

    def lacking(self, painted: "Grain") -> "Grain":
        """The grain that is still to be added to a picture that has the painted one."""
        return replace(self, spectrum=np.maximum(self.spectrum - painted.spectrum, 0))

    def gain_at(self, luma: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(np.interp(luma, self.lumas, self.gains), np.float32)


def measured_grain(windows: NDArray[np.float32], *, quantum: float) -> Grain | None:
    """The grain of visible windows (N, n, n, C) 0...1; None if there are too few flat ones or there is none.

    ``quantum``: one step of the photo's depth; rounding's own noise is not grain.
    """
    if len(windows) < _FEWEST_WINDOWS:
        return None
    flat = windows[_flat(windows)]
    if len(flat) < _FEWEST_WINDOWS:
        return None
    power = _periodograms(flat)
    quiet = _quiet(power)
    flat, power = flat[quiet], power[quiet]
    lumas, gains = _gain_curve(flat.mean(axis=(1, 2, 3)), _fine_power(power))
    relative = np.interp(flat.mean(axis=(1, 2, 3)), lumas, gains) ** 2
    if not (relative > 0).all():
        return None
    spectrum = np.median(power / relative[:, None, None, None], axis=0) / np.log(2)
    spectrum = np.maximum(_without_gradients(spectrum) - quantum**2 / 12, 0)
    if spectrum.mean() <= max(quantum / 4, _INVISIBLE) ** 2:
        return None
    crossed = [roughness(brightness(window))[_CUT_PX:-_CUT_PX, _CUT_PX:-_CUT_PX].mean() for window in flat]
    typical = float(np.median(crossed / np.sqrt(relative)))
    return Grain(spectrum, lumas, gains, typical) if typical > 0 else None


def brightness(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """The luma of pixels (..., C), C one or three."""
    return np.asarray(pixels @ LUMA if pixels.shape[-1] == 3 else pixels[..., 0], np.float32)


def roughness(luma: NDArray[np.float32]) -> NDArray[np.float32]:
    """The magnitude (H, W) of what is neither edge nor gradient (J. Immerkaer, "Fast Noise Variance
    Estimation", 1996), two pixels apart, since grain is rarely as fine as one."""
    return np.abs(cv2.sepFilter2D(luma, -1, _SECOND_DIFFERENCE, _SECOND_DIFFERENCE)).astype(np.float32)


@dataclass(frozen=True, eq=False)
class GrainPlate:
    """Grown noise (S, S, C) that repeats without a seam, of the variance its grain has at gain 1."""

    noise: NDArray[np.float32]

    @classmethod
    def grown(cls, grain: Grain, *, side_px: int, seed: int) -> "GrainPlate":
        """A plate; the same seed grows the same one."""
        chs, window_px, _ = grain.spectrum.shape
        white = np.random.default_rng(seed).standard_normal((chs, side_px, side_px), dtype=np.float32)
        half = side_px // 2 + 1
        at = np.arange(side_px) * (window_px / side_px)
        # float32 throughout: a plate of 1,024 px takes half the time
        shaped = scipy.fft.rfft2(white) * np.sqrt(_sampled(grain.spectrum, at, at[:half]))
        noise = np.moveaxis(scipy.fft.irfft2(shaped, s=(side_px, side_px)), 0, -1)
        mixed = noise @ _MIXING.astype(np.float32) if chs == 3 else noise
        return cls(np.ascontiguousarray(mixed, np.float32))

    def at(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.float32]:
        """The noise (N, C) that lies over pixels of the photo."""
        side = len(self.noise)
        return np.asarray(self.noise[rows % side, columns % side])

    def missing_share(self, depth_px: NDArray[np.float32]) -> NDArray[np.float32]:
        """How strong new grain must be (0...1) at a depth in the hole, beside what a membrane carries there."""
        return np.asarray(np.interp(depth_px, np.arange(1, _CARRIED_PX + 2), self._missing), np.float32)

    def share_beyond(self, scale: float) -> float:
        """How much of the noise's variance a crop of ``scale`` crop pixels per pixel does not hold, 0...1."""
        part = self.noise[:_SAMPLE_PX, :_SAMPLE_PX]
        return float(np.mean(beyond(part, scale) ** 2) / max(float(np.mean(part**2)), 1e-12))

    @cached_property
    def _missing(self) -> NDArray[np.float32]:
        strip = self.noise[: min(len(self.noise), _SAMPLE_PX), : 64 + 2 * _CARRIED_PX]
        return missing_shares(strip.mean(axis=2, keepdims=True))


def missing_shares(strip: NDArray[np.float32]) -> NDArray[np.float32]:
    """How strong new noise must be (0...1) at depths of 1, 2 ... px in a hole (_CARRIED_PX + 1,).

    Near the border the membrane brings some of the neighbours' noise along: how much is measured, by carrying a strip
    of such noise (h, w, 1), w at least 3 * _CARRIED_PX.
    """
    known = np.zeros(strip.shape[:2], np.bool_)
    known[:, : 2 * _CARRIED_PX] = True
    carried = membrane(strip, known)[:, 2 * _CARRIED_PX : 3 * _CARRIED_PX, 0]
    share = (carried**2).mean(axis=0) / max(float((strip**2).mean()), 1e-12)
    return np.asarray(np.sqrt(np.clip(1 - np.append(share, 0), 0, 1)), np.float32)


def beyond(pixels: NDArray[np.float32], scale: float) -> NDArray[np.float32]:
    """What is left of pixels (h, w, C) when they are reduced by a scale below 1, as a crop is cut, enlarged again and
    taken away."""
    height, width = pixels.shape[:2]
    small = cv2.resize(
        pixels, (max(1, round(width * scale)), max(1, round(height * scale))), interpolation=cv2.INTER_AREA
    )
    return pixels - cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC).reshape(pixels.shape)


def _flat(windows: NDArray[np.float32]) -> NDArray[np.intp]:
    """Which windows show the least structure among those of their brightness, and are evenly rough."""
    luma = windows.mean(axis=3)
    coarse = luma.reshape(len(windows), 8, windows.shape[1] // 8, 8, windows.shape[2] // 8)
    structure = _plane_removed(coarse.mean(axis=(2, 4))).var(axis=(1, 2))
    rough = coarse.var(axis=(2, 4))
    uneven = rough.std(axis=(1, 2)) / np.maximum(rough.mean(axis=(1, 2)), 1e-12)
    order = np.argsort(luma.mean(axis=(1, 2)), kind="stable")
    groups = np.array_split(order, max(1, len(order) // (2 * _LUMA_GROUP)))
    # a limit and not a share: of a picture that is all grain nearly all is kept, so that the choice does
    # not favour weak grain by itself
    limits = [_FLAT * np.percentile(structure[group], 100 / 6) for group in groups]
    chosen = np.concatenate([g[structure[g] <= limit] for g, limit in zip(groups, limits, strict=True)])
    return np.asarray(chosen[uneven[chosen] < _MOST_UNEVEN])


def _plane_removed(windows: NDArray[np.floating]) -> NDArray[np.floating]:
    """Windows (N, n, n) without their mean and their gradient."""
    side = windows.shape[1]
    ramp = np.linspace(-1, 1, side, dtype=windows.dtype)
    ramp /= np.sqrt((ramp**2).sum() * side)
    level = windows - windows.mean(axis=(1, 2), keepdims=True)
    across = (level * ramp).sum(axis=(1, 2), keepdims=True) * ramp
    down = (level * ramp[:, None]).sum(axis=(1, 2), keepdims=True) * ramp[:, None]
    return np.asarray(level - across - down)


def _periodograms(windows: NDArray[np.float32]) -> NDArray[np.float64]:
    """Power (N, C, n, n) per frequency and component; its mean over the frequencies is the variance."""
    parts = windows @ _MIXING.T.astype(np.float32) if windows.shape[3] == 3 else windows
    side = parts.shape[1]
    taper = np.outer(np.hanning(side + 2)[1:-1], np.hanning(side + 2)[1:-1]).astype(np.float32)
    planes = _plane_removed(np.moveaxis(parts, 3, 1).reshape(-1, side, side)).reshape(len(parts), -1, side, side)
    seen = scipy.fft.fft2(planes * taper)
    return np.asarray((np.square(seen.real) + np.square(seen.imag)).astype(np.float64) / (taper**2).sum())


def _radius(side: int) -> NDArray[np.float64]:
    """Frequency (n, n) in periods per window."""
    frequency = np.fft.fftfreq(side) * side
    return np.asarray(np.hypot(frequency[:, None], frequency))


def _quiet(power: NDArray[np.float64]) -> NDArray[np.intp]:
    """Which windows have no more power than grain explains, which has nearly the same in each of them: in a small
    photo, hair and eyelashes are in every window, the flattest too."""
    level = power[..., _radius(power.shape[-1]) >= _SLOWEST].mean(axis=2).sum(axis=1)
    order = np.argsort(level, kind="stable")
    limit = _QUIET * np.percentile(level, _QUIETEST)
    return np.asarray(order[: max(_FEWEST_WINDOWS, int((level <= limit).sum()))])


def _fine_power(power: NDArray[np.float64]) -> NDArray[np.float64]:
    """The power (N,) of each window in periods of 8 px and less, all components together."""
    fine = _radius(power.shape[-1]) >= power.shape[-1] / 8
    return np.asarray(power[..., fine].mean(axis=2).sum(axis=1))


def _gain_curve(
    lumas: NDArray[np.floating], fine_power: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Luminances and gains: the typical roughness of windows of like brightness, relative to all."""
    order = np.argsort(lumas, kind="stable")
    groups = np.array_split(order, max(1, len(order) // _LUMA_GROUP))
    centres = np.array([lumas[group].mean() for group in groups])
    rough = np.sqrt([np.median(fine_power[group]) for group in groups])
    typical = float(np.median(rough))
    if typical <= 0:
        return centres[:1], np.zeros(1)
    return centres, np.clip(rough / typical, 0.05, _STRONGEST)


def _without_gradients(spectrum: NDArray[np.float64]) -> NDArray[np.float64]:
    """The spectrum with its lowest bins, which slow gradients spoil, limited to those next to them."""
    radius = _radius(spectrum.shape[-1])
    limited = spectrum.copy()
    near = spectrum[:, (radius >= 2) & (radius < 3)].mean(axis=1)[:, None]
    limited[:, radius < 2] = np.minimum(spectrum[:, radius < 2], _RISE * near)
    # the mean of a window was taken away: its bin is what those around it are
    limited[:, radius == 0] = limited[:, radius == 1].mean(axis=1)[:, None]
    return limited


def _sampled(
    spectrum: NDArray[np.float64], rows: NDArray[np.float64], columns: NDArray[np.float64]
) -> NDArray[np.float32]:
    """The spectra (C, n, n) read at fractional bins, wrapping round."""
    wrapped = np.pad(spectrum, ((0, 0), (0, 1), (0, 1)), mode="wrap").astype(np.float32)
    map_x, map_y = np.meshgrid(columns.astype(np.float32), rows.astype(np.float32))
    return np.stack([cv2.remap(part, map_x, map_y, cv2.INTER_LINEAR) for part in wrapped])
