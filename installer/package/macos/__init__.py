"""The package for macOS: the bundle, its signature, and the disk image. Never run on macOS yet."""
