"""Form folders, case sources, drafts, and the documents made of answers."""
