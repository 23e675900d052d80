"""Indexers record facts: they read files, recognise what they are, and make them searchable."""
