"""The same random scalar graph in other programs, so that all do the same work."""
