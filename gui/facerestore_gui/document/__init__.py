"""The open document: its state, its edits, what is kept beside it, and the settings of tools and views."""
