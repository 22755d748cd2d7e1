"""What turns gradients into steps: AdamW for everything, or Muon for matrices and AdamW for the rest."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import torch
from torch import Tensor, nn

from facerestore_training.arithmetic import has_bf16
from facerestore_training.runs.config import RunConfig

_SMALLEST_SIDE: Final = 32
"""Of what counts as a matrix. Heads of these networks have 1 to 19 outputs, tables and embeddings as few rows."""
_MOMENTUM: Final = 0.95
_COEFFICIENTS: Final = (3.4445, -4.7750, 2.0315)
_ITERATIONS: Final = 5
_RMS_OF_ADAM: Final = 0.2


def is_matrix(parameter: Tensor) -> bool:
    """Whether Muon takes a parameter: hidden weights of linear layers and convolutions, not depthwise ones.

    Biases, norms, gains, tables, embeddings and the heads that answer in pixels or classes have a side that is too
    short, and each number of them its own meaning.
    """
    return parameter.ndim >= 2 and min(len(parameter), parameter[0].numel()) >= _SMALLEST_SIDE


def optimizers_of(config: RunConfig, modules: Iterable[nn.Module], rate: float) -> dict[str, torch.optim.Optimizer]:
    """The optimizers that together teach the modules as the run says, by the names that a saved state has for them."""
    parameters = [parameter for module in modules for parameter in module.parameters()]
    matrices = [p for p in parameters if is_matrix(p)] if config.optimizer == "muon" else []
    chosen = {id(p) for p in matrices}
    others = [p for p in parameters if id(p) not in chosen]
    found: dict[str, torch.optim.Optimizer] = {}
    if others:
        found["optimizer"] = adamw(config, others, rate)
    if matrices:
        found["muon"] = Muon(matrices, rate, weight_decay=config.weight_decay)
    return found


def adamw(config: RunConfig, parameters: Sequence[nn.Parameter], rate: float) -> torch.optim.Optimizer:
    return torch.optim.AdamW(parameters, lr=rate, betas=config.betas, weight_decay=config.weight_decay, fused=True)


class Muon(torch.optim.Optimizer):
    """Momentum whose step is made orthogonal: all directions of a matrix move alike (K. Jordan, 2024).

    A convolution's kernel (outputs, inputs, height, width) counts as the matrix of outputs by all the rest. The step
    has the size of Adam's (root mean square 0.2 of the rate; J. Liu et al., arXiv 2502.16982), so that rates and decay
    chosen for AdamW can be kept. On matrices it does what ``torch.optim.Muon`` does with ``match_rms_adamw``, which
    takes no kernels; all matrices of one shape are made orthogonal together here.

    bf16 where it is fast (`has_bf16`), which is enough for a direction; float32 elsewhere.
    """

    def __init__(self, parameters: Iterable[nn.Parameter], rate: float, *, weight_decay: float) -> None:
        super().__init__(parameters, {"lr": rate, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:  # type: ignore[override]
        """One step of all parameters that have a gradient; the others stay as they are, and their momentum too."""
        assert closure is None, "the loop has its gradients already"
        for group in self.param_groups:
            by_shape: dict[tuple[int, int], list[tuple[Tensor, Tensor]]] = {}
            for parameter in group["params"]:
                if parameter.grad is not None:
                    direction = _flat(self._direction(parameter))
                    by_shape.setdefault((direction.shape[0], direction.shape[1]), []).append((parameter, direction))
            for (rows, columns), found in by_shape.items():
                steps = orthogonal(torch.stack([direction for _, direction in found]))
                size = group["lr"] * _RMS_OF_ADAM * max(rows, columns) ** 0.5
                for (parameter, _), step in zip(found, steps, strict=True):
                    parameter.mul_(1 - group["lr"] * group["weight_decay"])
                    parameter.add_(_as_kernel(step, parameter), alpha=-size)

    def _direction(self, parameter: Tensor) -> Tensor:
        """The gradient looked ahead by its momentum (Nesterov), in the parameter's shape."""
        gradient = parameter.grad
        assert gradient is not None
        state = self.state[parameter]
        if not state:
            state["momentum"] = torch.zeros_like(parameter)
        state["momentum"].lerp_(gradient, 1 - _MOMENTUM)
        return gradient.lerp(state["momentum"], _MOMENTUM)


def orthogonal(matrices_NRC: Tensor) -> Tensor:
    """(N, R, C), each with its singular values brought to 0.7...1.2 by Newton and Schulz' quintic iteration.

    The coefficients are K. Jordan's: five iterations, and close enough to 1. A matrix of zeros stays one.
    """
    a, b, c = _COEFFICIENTS
    # the bundles of equal rows and columns are multiplied from their shorter side
    is_tall = matrices_NRC.shape[1] > matrices_NRC.shape[2]
    x = matrices_NRC.mT if is_tall else matrices_NRC
    x = x / x.norm(dim=(1, 2), keepdim=True).clamp_min(1e-7)
    x = x.to(torch.bfloat16 if has_bf16(x.device.type) else torch.float32)
    for _ in range(_ITERATIONS):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x.mT if is_tall else x


def _flat(kernel: Tensor) -> Tensor:
    """(R, C), a view where the kernel lies channels last: the order of columns changes no orthogonal matrix but in the
    same way."""
    return (kernel.permute(0, 2, 3, 1) if kernel.ndim == 4 else kernel).flatten(1)


def _as_kernel(matrix: Tensor, parameter: Tensor) -> Tensor:
    if parameter.ndim != 4:
        return matrix.reshape(parameter.shape)
    outs, ins, height, width = parameter.shape
    return matrix.reshape(outs, height, width, ins).permute(0, 3, 1, 2)
