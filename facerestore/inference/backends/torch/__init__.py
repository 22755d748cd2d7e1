"""PyTorch: on CUDA, MPS and the processor, and for training; the only folder of the engine that imports it."""
