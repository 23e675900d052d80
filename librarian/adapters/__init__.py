"""How the library meets the world: folders, databases, clocks, keys, other programs."""
