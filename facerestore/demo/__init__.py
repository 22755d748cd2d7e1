"""The sample portrait, and a picture of before and after."""
