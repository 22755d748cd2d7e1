"""Pictures of the tools and views of the layout, for ``take_pictures``."""

from typing import TYPE_CHECKING

from facerestore_gui.document.class_palettes import COLOUR_BLIND, STANDARD
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.editing.live_preview import PreviewState

if TYPE_CHECKING:
    from take_pictures import Photographer


def layout_pictures(p: "Photographer") -> None:
    """With a layout predicted and the mask painted; leaves both as they were."""
    window = p.window
    layouts, settings, history = window.session.layouts, window.session.tool_settings, window.session.document.history
    start = history.revision
    settings.choose(ToolKind.PAINT)
    layouts.predictions.find()
    p.wait(lambda: len(layouts.predictions.alternatives) == 4 and not layouts.is_busy)
    p.take("alternatives")
    layouts.predictions.choose(2)
    settings.choose_palette(COLOUR_BLIND)
    p.take("colour_blind_palette")
    window.canvas.zoom_to(4.0)
    window.canvas.centerOn(226, 120)
    p.take("colour_blind_zoomed")
    settings.choose(ToolKind.PART)
    window.session.tools.part.let_go()
    settings.choose_class(10)
    window.session.tools.part.pick_class_in_hand()
    for _ in range(3):
        window.session.tools.part.scale(1.1)
    p.take("part_picked")
    settings.choose(ToolKind.CLASS_POLYGON)
    settings.choose_class(3)
    for place in ((190, 90), (215, 88), (217, 105), (195, 110)):
        p.stroke(place)
    p.move(180, 100)
    p.take("class_polygon")
    window.session.tools.abandon_drawing()
    settings.choose(ToolKind.SMART_EDGE)
    p.take("smart_edge")
    settings.choose_palette(STANDARD)
    layouts.predictions.show_uncertainty(shown=True)
    p.wait(lambda: layouts.predictions.uncertainty(window.session.document.work) is not None)
    p.take("uncertainty")
    layouts.predictions.show_uncertainty(shown=False)
    layouts.preview.set_on(on=True)
    p.wait(lambda: layouts.preview.state is PreviewState.CURRENT)
    window.session.view.show_layout(shown=False)
    window.session.view.show_mask(shown=False)
    settings.choose(ToolKind.PAINT)
    p.take("live_preview")
    layouts.preview.set_on(on=False)
    window.session.view.show_layout(shown=True)
    window.session.view.show_mask(shown=True)
    window.canvas.fit()
    while history.revision is not start:
        window.session.document.undo()
