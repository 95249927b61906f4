"""The exporters: one file each, found by discovery."""
