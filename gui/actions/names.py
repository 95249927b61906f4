"""Names for files that have none yet."""


def file_name(title: str) -> str:
    """A title as the name of a file, without its ending.

    >>> file_name("e = (a + b) × (b + 1)"), file_name("")
    ('e____a___b_____b___1', 'graph')
    """
    kept = "".join(letter if letter.isalnum() else "_" for letter in title).strip("_").lower()
    return kept or "graph"
