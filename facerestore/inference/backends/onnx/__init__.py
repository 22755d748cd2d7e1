"""ONNX Runtime: networks exported from the installed weights, without PyTorch."""

import os

# ONNX Runtime 1.32 tells its makers what it runs on and where it is used, and keeps a number for this computer in the
# home folder, unless this is set before it is imported
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
