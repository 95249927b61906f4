"""The same training on PyTorch: an extra, imported only when it is asked for."""
