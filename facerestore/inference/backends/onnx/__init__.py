"""ONNX Runtime: networks exported from the installed weights, without PyTorch."""
