"""What the library does, one module per use; what it needs of the world stands in ports.py."""
