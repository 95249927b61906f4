"""Linear"""

PLACE = 40
