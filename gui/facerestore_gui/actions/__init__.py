"""What a person can do: every action as one object, and the conditions for it."""
