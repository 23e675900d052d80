"""Bank holidays of the four nations, worked out offline by the holidays library."""

from datetime import date
from typing import Final

import holidays

_PARTS: Final = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}


class NationHolidays:
    """The bank holidays of one nation."""

    def __init__(self, nation: str) -> None:
        self._days = holidays.country_holidays("GB", subdiv=_PARTS[nation])

    def is_holiday(self, day: date) -> bool:
        """Whether day is a bank holiday."""
        return day in self._days
