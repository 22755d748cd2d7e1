"""Damage that filters propose."""
