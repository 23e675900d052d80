"""The file of reports; it and its folder are made when there is something to write."""

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from librarian.application.discreet_logs import DiscreetFormatter

_BYTES: Final = 500_000
_KEPT: Final = 3


class ReportFile(RotatingFileHandler):
    """Keeps the latest warnings and worse."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
        self.setLevel(logging.WARNING)
        self.setFormatter(DiscreetFormatter())

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()
