"""Fonts, icons and their licences; data only."""
