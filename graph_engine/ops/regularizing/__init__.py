"""Regularizing"""

PLACE = 60
