"""The canvas: the photo with what lies over it, and the tools that the pointer holds."""
