"""Activations"""

PLACE = 30
