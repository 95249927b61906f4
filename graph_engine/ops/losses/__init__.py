"""Losses"""

PLACE = 50
