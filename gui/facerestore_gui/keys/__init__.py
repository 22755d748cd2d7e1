"""Which keys do what: shortcuts, keys that act while held, keys that cannot be given away."""
