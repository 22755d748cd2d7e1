"""What runs the networks, behind one interface: PyTorch, or ONNX Runtime."""
