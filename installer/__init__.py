"""Sets Librarian up where it is run from source, and packs it for those who only use it."""
