"""What the program's exit code says."""

# no Final: this comes before Ctrl+C is answered, and typing alone would double the time until then
GOOD = 0
FAILED = 1
USAGE = 2
"""A usage that cannot be meant."""
STOPPED = 130
"""Ctrl+C; what shells expect."""
UNREAD = 141
"""Whoever read the output has gone, as ``| head`` does; what shells expect."""
