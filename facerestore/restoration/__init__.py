"""One restoration, written once: the command line runs it to its end, the window steps through it."""
