"""A project and the edits of it: strokes, shapes, commands, undo."""
