"""Edits: every way in which a person changes mask, layouts and faces of a document, each a step of its history."""
