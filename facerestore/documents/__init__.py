"""Project files, and journals of what was not saved yet."""
