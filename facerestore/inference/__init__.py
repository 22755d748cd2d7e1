"""The networks at work: what is the same whatever runs them, in NumPy; what runs them lies in ``backends``."""
