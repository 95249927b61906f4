"""Arithmetic"""

PLACE = 10
