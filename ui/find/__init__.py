"""The Find page: type a few letters, see the right document, open it."""
