"""The rules: each module defines `RULE`, a function from a case to its findings."""
