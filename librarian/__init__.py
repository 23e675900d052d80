"""Librarian: finds the current form on a team's shared drive, and keeps it so."""

from typing import Final

VERSION: Final = "0.1.0"
