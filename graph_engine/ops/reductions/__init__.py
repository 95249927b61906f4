"""Reductions"""

PLACE = 45
