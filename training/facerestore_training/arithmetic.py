"""Which numbers a device is fast with."""

from functools import cache

import torch


@cache
def has_bf16(device_type: str) -> bool:
    """Whether bf16 is worth it: on GPUs, and on CPUs with instructions for it.

    Without them a CPU imitates bf16, and the networks are eight times slower than in float32 (measured on an AVX2
    server).
    """
    if device_type == "cpu":
        # the only way to ask; both names are older than the oldest PyTorch that is allowed
        return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())
    return device_type == "cuda"
