"""Damage drawn by code, and what only looks like it."""
