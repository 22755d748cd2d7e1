"""The main window and its parts, which show a session."""
