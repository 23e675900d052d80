"""Inter, four weights, reduced to Latin, Greek and Cyrillic."""
