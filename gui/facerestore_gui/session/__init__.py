"""One person's work, without a widget."""
