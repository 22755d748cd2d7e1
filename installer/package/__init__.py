"""What ``build.py`` makes packages with, a module for each step."""
