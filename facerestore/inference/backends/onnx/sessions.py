"""OnnxSession: one graph, loaded by ONNX Runtime."""

import os
import sys
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import onnxruntime
import psutil
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as native

from facerestore.values.errors import OutOfMemory, UsageError, WeightsDamaged
from facerestore.values.translatable_text import TranslatableText

NO_WEIGHTS: Final[Mapping[str, bytes]] = MappingProxyType({})
PROCESSOR: Final = "CPUExecutionProvider"
CUDA: Final = "CUDAExecutionProvider"
_OPTIONS: Final[Mapping[str, Mapping[str, str]]] = {
    # the usual search tries all kernels with all the workspace that they want, and memory is taken by the doubled
    CUDA: {"cudnn_conv_algo_search": "HEURISTIC", "arena_extend_strategy": "kSameAsRequested"},
}
_DIRECTML: Final = "DmlExecutionProvider"
_OF_MEMORY: Final = ("alloc", "out of memory", "not enough memory")
"""What messages about memory have in them: ONNX Runtime has no error of its own for it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionSettings:
    """``provider``: what ONNX Runtime calculates with. ``threads``: of the processor."""

    provider: str = PROCESSOR
    threads: int = 1


class OnnxSession:
    """A graph by the names of its inputs. ``file``: what it is called where it cannot be loaded. ``weights``: files
    that it reads weights from, by the name that it has for them.

    Raises WeightsDamaged and OutOfMemory, ``run`` OutOfMemory.
    """

    def __init__(
        self, content: bytes, file: str, settings: SessionSettings, weights: Mapping[str, bytes] = NO_WEIGHTS
    ) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = settings.threads
        options.inter_op_num_threads = 1
        # threads that spin while they wait take the processor from all other programs
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.add_session_config_entry("session.inter_op.allow_spinning", "0")
        # DirectML takes no other
        options.enable_mem_pattern = settings.provider != _DIRECTML
        options.log_severity_level = 4  # what goes wrong is raised; on its way it need not be printed
        if settings.provider == CUDA:
            # what its packages brought along is found by nobody else; it prints what it misses
            with redirect_stdout(sys.stderr):
                onnxruntime.preload_dlls()
        providers = [(one, _OPTIONS.get(one, {})) for one in dict.fromkeys([settings.provider, PROCESSOR])]
        try:
            if weights:
                # from memory: what was compared with its hash is what is used
                options.add_external_initializers_from_files_in_memory(
                    list(weights), list(weights.values()), [len(one) for one in weights.values()]
                )
            self._session: Any = onnxruntime.InferenceSession(content, options, providers=providers)
        except (*_FAILURES, MemoryError) as error:
            _raise_if_of_memory(error)
            raise WeightsDamaged(
                TranslatableText("ONNX Runtime cannot load the exported network {file}.", file=file),
                advice="Export the networks again (facerestore models export-onnx).",
            ) from error
        if settings.provider != PROCESSOR and settings.provider not in self._session.get_providers():
            # it takes the processor without a word where it cannot load what the device needs
            raise UsageError(
                TranslatableText("ONNX Runtime cannot load what it needs for {provider}.", provider=settings.provider),
                advice="Choose --device auto or --device cpu.",
            )

    def run(self, **given: NDArray[Any]) -> list[NDArray[np.float32]]:
        """The outputs in their order."""
        try:
            return list(self._session.run(None, given))
        except (*_FAILURES, MemoryError) as error:
            _raise_if_of_memory(error)
            raise


_FAILURES: Final = (
    native.EPFail,
    native.Fail,
    native.InvalidArgument,
    native.InvalidGraph,
    native.InvalidProtobuf,
    native.NotImplemented,
    native.RuntimeException,
)


def thread_count() -> int:
    """As many as OMP_NUM_THREADS says, which is how the rest of the program is told; else one for each core that this
    process may use."""
    wanted = os.environ.get("OMP_NUM_THREADS", "").partition(",")[0]
    if wanted.isdigit() and int(wanted) > 0:
        return int(wanted)
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, psutil.cpu_count(logical=False) or usable))


def _raise_if_of_memory(error: BaseException) -> None:
    if isinstance(error, MemoryError) or any(words in str(error).lower() for words in _OF_MEMORY):
        raise OutOfMemory(
            "The device has too little free memory.", advice="Close other programs, or use --device cpu."
        ) from error
