"""Finding by typing: what a few letters mean, and the popup that asks for them."""
