"""Painted crops and fills go back into the photo: seam, tone, grain."""
