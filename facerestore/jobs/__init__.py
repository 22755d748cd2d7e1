"""Whole runs: from files to files, a folder of them, and the process behind the window."""
