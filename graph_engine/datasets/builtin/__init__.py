"""The data sets that ship with the program, one file each, found by themselves."""
