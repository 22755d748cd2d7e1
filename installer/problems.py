"""What stands in the way of setting up, for the person who started it."""


class Problem(Exception):
    """A sentence that says what happened and what to do."""
