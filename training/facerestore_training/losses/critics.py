"""Adversaries: a patch critic, what it and the painter lose, and the penalties on its gradient.

Critics are trained only, never shipped. Penalties run in float32 whatever the autocast, and want the critic as a
function of the pictures alone: ``lambda pictures: critic(pictures, hole, layout)[0]``.
"""

# B batch, C channels, H W pixels, K classes, P patches

from collections.abc import Callable, Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_resources.face_classes import CLASS_COUNT

Score = Callable[[Tensor], Tensor]
"""Pictures (B, C, H, W) to logits (B, ...)."""

_SLOPE = 0.2
_DETAIL_PX = 5


class PatchCritic(nn.Module):
    """Picture, hole and layout -> a logit for each patch, high where the picture looks real.

    Five 4x4 convolutions of stride 2, ``base`` times 1, 2, 4, 8, 8 channels, then 3x3 to one logit map at a 32nd of
    the side (after the patch discriminator of pix2pixHD, Wang et al., CVPR 2018). No normalisation: gradient
    penalties treat each picture on its own. 3.9 M parameters at base 48, 7.0 M at 64.

    ``detail``, unless 0: the picture less its mean over 5 x 5 px, this many times, as three more channels. What a soft
    picture lacks is as small as bf16's steps of a picture -1 ... 1. Without ``sees_layout`` the layout is left out: one
    that stage 1 predicted fits what was painted from it better than it fits the truth, and gives the painted away.
    """

    def __init__(self, base: int = 48, stages: int = 5, *, detail: float = 0.0, sees_layout: bool = True) -> None:
        super().__init__()
        self.detail, self.sees_layout = detail, sees_layout
        chs = [3 * (1 + (detail > 0)) + 1 + CLASS_COUNT * sees_layout] + [
            base * min(8, 2**stage) for stage in range(stages)
        ]
        self.stages = nn.ModuleList(nn.Conv2d(before, after, 4, stride=2, padding=1) for before, after in pairwise(chs))
        self.head = nn.Conv2d(chs[-1], 1, 3, padding=1)
        for layer in self.stages:
            assert isinstance(layer, nn.Conv2d)
            nn.init.kaiming_normal_(layer.weight, a=_SLOPE)

    def forward(
        self, picture_B3HW: Tensor, hole_B1HW: Tensor, layout_BKHW: Tensor
    ) -> tuple[Tensor, tuple[Tensor, ...]]:
        """(logits (B, 1, H/32, W/32), the five stages' features) of pictures 0...1.

        The picture is the composite; ``layout`` holds probabilities and is enlarged to the picture's size.
        """
        picture = 2 * picture_B3HW.float() - 1
        seen = [picture, hole_B1HW.to(picture.dtype)]
        if self.detail:
            seen.append(self.detail * _detail(picture))
        if self.sees_layout:
            seen.append(F.interpolate(layout_BKHW, size=picture.shape[-2:], mode="nearest").to(picture.dtype))
        x = torch.cat(seen, dim=1)
        features = []
        for layer in self.stages:
            x = F.leaky_relu(layer(x), _SLOPE)
            features.append(x)
        logits: Tensor = self.head(x)
        return logits, tuple(features)


class FeatureCritic(nn.Module):
    """A frozen network's features and the hole -> logit maps, one for each depth, high where the picture looks real.

    After Sauer et al., Projected GANs Converge Faster, NeurIPS 2021: features that know pictures already tell soft
    from sharp after dozens of steps, where a critic that begins with nothing needs thousands. Each depth's own head:
    1x1, 3x3 of stride 2, 3x3, and 3x3 to the logits. Unlike theirs without mixing between depths. 0.3 M parameters for
    64, 128, 256 and 384 channels.
    """

    def __init__(self, depths: Sequence[int], width: int = 64) -> None:
        super().__init__()
        self.heads = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(chs + 1, width, 1),
                nn.LeakyReLU(_SLOPE),
                nn.Conv2d(width, width, 3, stride=2, padding=1),
                nn.LeakyReLU(_SLOPE),
                nn.Conv2d(width, width, 3, padding=1),
                nn.LeakyReLU(_SLOPE),
                nn.Conv2d(width, 1, 3, padding=1),
            )
            for chs in depths
        )

    def forward(self, features: Sequence[Tensor], hole_B1HW: Tensor) -> tuple[Tensor, ...]:
        """Logits (B, 1, h/2, w/2) for features (B, chs, h, w) of each depth; they count by their ratio to the
        picture's own root mean square."""
        logits = []
        for feature_BCHW, head in zip(features, self.heads, strict=True):
            feature = feature_BCHW.float()
            scaled = feature * (feature.square().mean(dim=(1, 2, 3), keepdim=True) + 1e-6).rsqrt()
            hole = F.adaptive_avg_pool2d(hole_B1HW.float(), (feature.shape[-2], feature.shape[-1]))
            logits.append(head(torch.cat([scaled, hole], dim=1)))
        return tuple(logits)


def patch_holes(hole_B1HW: Tensor, logits_B1HW: Tensor) -> Tensor:
    """The hole at the logits' size: a patch whose own cell touches the hole is painted."""
    return F.adaptive_max_pool2d(hole_B1HW, logits_B1HW.shape[-2:])


def softplus_critic_loss(real_B1HW: Tensor, fake_B1HW: Tensor, painted_B1HW: Tensor) -> Tensor:
    """E softplus(-D(real)) + E [p softplus(D(fake)) + (1 - p) softplus(-D(fake))].

    The non-saturating loss of Goodfellow et al., 2014; ``painted`` p is 1 where a patch of the fake was painted
    (``patch_holes``): the composite's visible patches are real (LaMa's mask_as_fake_target, Suvorov et al., WACV
    2022). All of it in float32; ones for critics with a single logit.
    """
    real, fake, painted = real_B1HW.float(), fake_B1HW.float(), painted_B1HW.float()
    told = painted * F.softplus(fake) + (1 - painted) * F.softplus(-fake)
    return F.softplus(-real).mean() + told.mean()


def softplus_generator_loss(fake_B1HW: Tensor, painted_B1HW: Tensor) -> Tensor:
    """sum p softplus(-D(fake)) / sum p: only painted patches can be improved. 0 where nothing was painted."""
    painted = painted_B1HW.float()
    return (painted * F.softplus(-fake_B1HW.float())).sum() / painted.sum().clamp(min=1)


class LeCam(nn.Module):
    """Keeps a critic's logits near what it says of the other side on average, so that few pictures do not make it sure
    of itself: E relu(D(real) - m_fake)^2 + E relu(m_real - D(fake))^2, m the moving means (Tseng et al., Regularizing
    GANs under Limited Data, CVPR 2021). The means are part of a run's state.
    """

    means: Tensor

    def __init__(self, decay: float = 0.99) -> None:
        super().__init__()
        self.decay = decay
        self.register_buffer("means", torch.zeros(2))

    def forward(self, real: Tensor, fake: Tensor) -> Tensor:
        """The penalty; the means move towards these logits."""
        real, fake = real.float(), fake.float()
        with torch.no_grad():
            self.means.lerp_(torch.stack([real.mean(), fake.mean()]), 1 - self.decay)
        mean_real, mean_fake = self.means.unbind()
        return F.relu(real - mean_fake).square().mean() + F.relu(mean_real - fake).square().mean()


def r1_penalty(score: Score, real_BCHW: Tensor) -> Tensor:
    """1/2 E_b |grad_x sum_p D_p(x)|^2 / P at real pictures; times gamma in the critic's loss.

    Mescheder et al., ICML 2018. With one logit it is their R1. With P patches the division keeps gamma's meaning:
    patches whose fields do not overlap give the mean of their own penalties. Taken every n-th step only ("lazy",
    Karras et al., StyleGAN2), it is multiplied by n.
    """
    gradient, logits = _gradient(score, real_BCHW)
    return 0.5 * gradient.square().sum(dim=1).mean() / (logits.numel() / len(logits))


def wgan_critic_loss(real_BP: Tensor, fake_BP: Tensor) -> Tensor:
    """E D(fake) - E D(real). Arjovsky et al., ICML 2017."""
    return fake_BP.float().mean() - real_BP.float().mean()


def wgan_generator_loss(fake_BP: Tensor) -> Tensor:
    """-E D(fake). Arjovsky et al., ICML 2017."""
    return -fake_BP.float().mean()


def gradient_penalty(score: Score, real_BCHW: Tensor, fake_BCHW: Tensor, generator: torch.Generator) -> Tensor:
    """E (|grad_x D(x)| - 1)^2 at x = u real + (1 - u) fake, u uniform for each picture; times lambda (10).

    Gulrajani et al., NeurIPS 2017. D of a picture is the mean over its patches.
    """
    share = torch.rand(len(real_BCHW), 1, 1, 1, generator=generator).to(real_BCHW.device)
    gradient, logits = _gradient(score, torch.lerp(fake_BCHW.float(), real_BCHW.float(), share))
    norm = gradient.square().sum(dim=1).add(1e-12).sqrt() / (logits.numel() / len(logits))
    return (norm - 1).square().mean()


def _gradient(score: Score, pictures_BCHW: Tensor) -> tuple[Tensor, Tensor]:
    """(gradient of each picture's summed logits by its pixels, flat (B, CHW); the logits)."""
    with torch.autocast(pictures_BCHW.device.type, enabled=False):
        pictures = pictures_BCHW.detach().float().requires_grad_()
        logits = score(pictures)
        (gradient,) = torch.autograd.grad(logits.sum(), pictures, create_graph=True)
    return gradient.flatten(1), logits


def feature_matching(fake: Sequence[Tensor], real: Sequence[Tensor]) -> Tensor:
    """mean over layers of E |D_l(fake) - D_l(real)|; the real features are constants (pix2pixHD, CVPR 2018)."""
    pairs = zip(fake, real, strict=True)
    return torch.stack([(mine.float() - theirs.detach().float()).abs().mean() for mine, theirs in pairs]).mean()


def _detail(picture_BCHW: Tensor) -> Tensor:
    margin = _DETAIL_PX // 2
    around = F.pad(picture_BCHW, (margin, margin, margin, margin), mode="reflect")
    return picture_BCHW - F.avg_pool2d(around, _DETAIL_PX, stride=1)
