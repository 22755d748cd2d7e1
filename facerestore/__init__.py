"""Repair the damage, not the person: the engine that restores damaged portraits, and its command line.

Importing the package imports nothing heavy. README.md beside it has the flow, the folders, the glossary, the decisions.
"""

__version__ = "0.1.0"
