"""Edits that calculate: of the mask, of layouts, and the making of candidates and results."""
