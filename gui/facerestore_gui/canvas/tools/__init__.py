"""Tools: what the pointer does on the canvas, as edits of the document. They know no widgets."""

from facerestore_gui.canvas.tools.pointer import Pointer, Tool
from facerestore_gui.canvas.tools.toolbox import ToolBox

__all__ = ["Pointer", "Tool", "ToolBox"]
