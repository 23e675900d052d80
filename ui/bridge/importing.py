"""Spares each import after Qt what PySide would do with it.

PySide reads the source of every module that is imported after it, to see whether the module may
use its other spellings (`snake_case`, `true_property`). Nothing here does, and to read some
hundred sources takes longer than to load their compiled code.
"""

import sys
from typing import Final

_PART: Final = "shibokensupport.feature"
_ASKS: Final = "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Have PySide take its usual spellings for granted; another PySide may go without this."""
    import PySide6.QtCore  # noqa: F401, PLC0415 - brings the part that asks

    part = sys.modules.get(_PART)
    if hasattr(part, _ASKS):
        setattr(part, _ASKS, _spells_otherwise)


def _spells_otherwise(_module: object) -> bool:
    return False
