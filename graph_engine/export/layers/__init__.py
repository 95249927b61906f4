"""Layer classes that exported NumPy programs hold a copy of: one file each, named like the op, NumPy and nothing else.

`forward` takes the inputs that are wired, `backward` gives the gradient of each of them; a single one comes bare.
"""
