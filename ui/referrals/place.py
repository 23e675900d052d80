"""Sent referrals in the rail; their other words wait until they are gone to."""

from typing import Final

KEY: Final = "referrals"
TITLE: Final = "Sent referrals"
RAIL: Final = "Sent"
