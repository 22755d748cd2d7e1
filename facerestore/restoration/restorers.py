"""The ways to restore, by name. A new one is an entry here and a test: command line and window find it in the table.

A restorer of faces paints each in its crop, and leaves the rest to the surroundings. One of regions paints all that is
masked, in parts of the photo of any shape. One without networks continues the whole mask from its surroundings, at the
photo's own depth and size.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from facerestore.files.installed_weights import is_installed, lacking_tasks
from facerestore.values.errors import UsageError, WeightsMissing
from facerestore.values.translatable_text import TranslatableText

if TYPE_CHECKING:
    # the table is read by --help, which waits for no library, nor for what dataclasses import
    from facerestore.values.cancellation import CancelToken
    from facerestore.values.events import OnProgress
    from facerestore.values.mask import Mask
    from facerestore.values.photo import Photo
    from facerestore.values.repair import RepairedPhoto


class Input(StrEnum):
    """What a restorer may read, besides the photo and its mask."""

    FACE = "face"
    """Where a face is: it works in the face's crop."""
    PLACES = "places"
    """Where faces are, if there are any."""
    LAYOUT = "layout"
    SEED = "seed"
    """Another one gives another candidate."""
    REFERENCES = "references"
    """Other photos of the same person."""


Fill = Callable[["Photo", "Mask", "OnProgress", "CancelToken"], "RepairedPhoto"]
"""The photo with its mask continued from its surroundings."""


class Restorer(NamedTuple):
    """A way to restore. ``title``, ``description``: in English, for the person. ``inputs``: what it reads.
    ``networks``: those that it needs, the program's own by their tasks, others by name; ``painter``: the one among them
    that paints. ``fill``: what it does itself, None where the networks do it. ``own_network``: the name of one that a
    program may come without. ``good_for``, ``not_for``: sentences for the person. ``chooses``: it is no way of its
    own, but picks one of the others for each photo (``routing``)."""

    name: str
    title: str
    description: str
    good_for: str
    not_for: str
    networks: tuple[str, ...] = ()
    inputs: frozenset[Input] = frozenset()
    painter: str = ""
    fill: Fill | None = None
    own_network: str = ""
    chooses: bool = False

    @property
    def needs_face(self) -> bool:
        return Input.FACE in self.inputs

    @property
    def looks_for_faces(self) -> bool:
        """Whether it does better where it is known where faces are."""
        return self.needs_face or Input.PLACES in self.inputs

    @property
    def paints_regions(self) -> bool:
        """Whether it paints the photo itself, and not crops of faces."""
        return bool(self.painter) and not self.needs_face

    @property
    def follows_layout(self) -> bool:
        return Input.LAYOUT in self.inputs

    @property
    def gives_several(self) -> bool:
        """Whether there are several candidates to choose from."""
        return Input.SEED in self.inputs

    @property
    def takes_references(self) -> bool:
        return Input.REFERENCES in self.inputs


def _telea(photo: "Photo", mask: "Mask", on_progress: "OnProgress", cancel: "CancelToken") -> "RepairedPhoto":
    from facerestore.compositing.diffusion import Method, inpainted

    return inpainted(photo, mask, Method.TELEA, on_progress=on_progress, cancel=cancel)


def _navier_stokes(photo: "Photo", mask: "Mask", on_progress: "OnProgress", cancel: "CancelToken") -> "RepairedPhoto":
    from facerestore.compositing.diffusion import Method, inpainted

    return inpainted(photo, mask, Method.NAVIER_STOKES, on_progress=on_progress, cancel=cancel)


def _membrane(photo: "Photo", mask: "Mask", on_progress: "OnProgress", cancel: "CancelToken") -> "RepairedPhoto":
    from facerestore.compositing.compositor import composite
    from facerestore.compositing.diffusion import unknown_pixels

    unknown_pixels(photo, mask)  # refused as by the others where nothing is visible
    return composite(photo, mask, (), on_progress=on_progress, cancel=cancel)


SEMANTIC: Final = Restorer(
    name="semantic",
    title="Faces by layout",
    description="Networks paint faces, following the layout; the rest is continued from its surroundings.",
    good_for="Good for faces of which an eye, the mouth or more is hidden, and for scratches across them.",
    not_for="Not for what lies beside faces: it is continued from its surroundings, without a network.",
    networks=("detection", "points", "layout", "texture"),
    painter="texture",
    inputs=frozenset({Input.FACE, Input.LAYOUT, Input.SEED, Input.REFERENCES}),
)

AUTO: Final = Restorer(
    name="auto",
    title="Chosen by the damage",
    description="Chooses one of the ways that are installed, by damage and faces of each photo, and says why.",
    good_for="Good for folders of mixed photos, and for whoever does not want to choose.",
    not_for="Not for comparing: choose the ways to be compared by name.",
    networks=("detection", "points", "layout", "texture"),
    inputs=frozenset({Input.PLACES, Input.LAYOUT, Input.SEED, Input.REFERENCES}),
    chooses=True,
)

RESTORERS: Final[Mapping[str, Restorer]] = MappingProxyType(
    {
        one.name: one
        for one in (
            SEMANTIC,
            AUTO,
            Restorer(
                name="in2",
                title="Whole photo (IN2)",
                description="A network paints all that is masked, in faces and beside them, from the photo around it, "
                "and follows no layout.",
                good_for="Good for damage that reaches from a face into hair, clothes or background, at any shape of "
                "photo.",
                not_for="Not for a face whose features are to be set by hand: there is one result.",
                networks=("detection", "points", "inpainting"),
                painter="inpainting",
                inputs=frozenset({Input.PLACES}),
                own_network="in2",
            ),
            Restorer(
                name="isfrnet",
                title="Faces by a prior (ISFRNet)",
                description="A network that has learnt what faces are paints a whole one, and two others fit it into "
                "the photo.",
                good_for="Good for comparing: another network's idea of the same face.",
                not_for="Not for a face whose features are to be set by hand: it follows no layout.",
                networks=("detection", "points", "layout", "isfrnet"),
                painter="isfrnet",
                inputs=frozenset({Input.FACE, Input.SEED}),
                own_network="isfrnet",
            ),
            Restorer(
                name="telea",
                title="Surroundings (Telea)",
                description="No network: all that is masked is continued from its border by fast marching.",
                good_for="Good for spots on even ground, in no time.",
                not_for="Not for eyes, mouth or wide damage: they become a blur.",
                fill=_telea,
            ),
            Restorer(
                name="navier-stokes",
                title="Surroundings (Navier-Stokes)",
                description="No network: all that is masked is continued from its border along lines of equal "
                "brightness.",
                good_for="Good for thin scratches and cracks across edges.",
                not_for="Not for eyes, mouth or wide damage: they become a blur.",
                fill=_navier_stokes,
            ),
            Restorer(
                name="membrane",
                title="Surroundings (membrane)",
                description="No network: thin damage is bridged smoothly, wide damage is continued by patches of its "
                "surroundings, and both get the photo's grain.",
                good_for="Good for scratches, and for wide damage on cloth, walls or sky in a photo with grain.",
                not_for="Not for eyes or a mouth: nothing is made up that is not seen elsewhere.",
                fill=_membrane,
            ),
        )
    }
)
"""In the order in which a person is offered them; the first is the default."""


CHOSEN: Final = "Way to restore, chosen by the damage: {way}. {why}"
"""What is said of a result whose way was left open (``routing``)."""

WAYS: Final = tuple(one for one in RESTORERS.values() if not one.chooses)
"""Those that restore themselves."""


def can_be_used(restorer: Restorer) -> bool:
    """Whether the networks are installed that the program, or the set of weights that was chosen, may come without."""
    if restorer.own_network and not is_installed(restorer.own_network):
        return False
    return not is_lacking(restorer)


def is_lacking(restorer: Restorer) -> bool:
    """Whether the set of weights that was chosen has no network for what a way needs; of one that chooses, never: it
    chooses among the others."""
    return not restorer.chooses and not lacking_tasks().isdisjoint(restorer.networks)


def default_restorer() -> Restorer:
    """The first that can be used."""
    return next((one for one in RESTORERS.values() if can_be_used(one)), SEMANTIC)


def refuse_lacking(restorer: Restorer) -> None:
    """Raises WeightsMissing for a way that the chosen set of weights has no network for."""
    if is_lacking(restorer):
        raise WeightsMissing(
            TranslatableText(
                "The restorer {name} needs networks that the weights for paid work do not have: faces with drawn "
                "layouts are there for research only.",
                name=restorer.name,
            ),
            advice=TranslatableText(
                "Choose one that can be used ({ways}). For research and private use, choose all networks in the "
                "preferences, and leave FACERESTORE_WEIGHTS out.",
                ways=", ".join(one.name for one in WAYS if can_be_used(one)),
            ),
        )


def restorer_of(name: str) -> Restorer:
    """The one of a name that a file gives; the default for a name that only a newer program knows."""
    return RESTORERS.get(name, SEMANTIC)


def refuse_unread(restorer: Restorer, *, has_layout: bool, has_place: bool, has_references: bool = False) -> None:
    """Raises UsageError where a restorer is given a layout, the place of a face, or references, and looks at none."""
    if has_layout and not restorer.follows_layout:
        raise UsageError(
            TranslatableText("The restorer {name} looks at no layout.", name=restorer.name),
            advice="Leave out the layout, or choose another restorer.",
        )
    if has_place and not restorer.looks_for_faces:
        raise UsageError(
            TranslatableText("The restorer {name} looks at no face.", name=restorer.name),
            advice="Leave out where the face is, or choose another restorer.",
        )
    if has_references and not restorer.takes_references:
        raise UsageError(
            TranslatableText("The restorer {name} borrows from no other photograph.", name=restorer.name),
            advice="Leave out the references, or choose another restorer.",
        )
