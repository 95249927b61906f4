"""Small widgets that know nothing of graphs."""
