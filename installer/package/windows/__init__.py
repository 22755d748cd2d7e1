"""The package for Windows: the folder, its two programs, and the script of its installer. Never run on Windows yet."""
