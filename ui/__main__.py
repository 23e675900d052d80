"""The one entry: the window, or a command.

Worker processes import this module again when they start, so nothing here may load Qt, or
anything else that takes time, before it is called for.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from librarian import cli

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Desk


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out what was asked for, and return the exit code."""
    return cli.main(sys.argv[1:] if argv is None else argv, open_window)


def open_window(opening: cli.Opening) -> int:
    """Show the window until it is closed.

    Nothing is thrown away while the window is made, so garbage is not looked for meanwhile.
    """
    gc.disable()
    from ui.bridge.importing import (  # noqa: PLC0415 - workers must stay without Qt
        leave_sources_unread,
    )

    leave_sources_unread()
    from ui.shell.running import run  # noqa: PLC0415 - see above

    return run(opening, _open_desk)


def _open_desk(home: Path) -> Desk:
    """Open the desk, in a lane: loading its parts takes longer than a window may take to show."""
    from librarian.bootstrap import open_desk  # noqa: PLC0415 - see above

    return open_desk(home)


if __name__ == "__main__":
    sys.exit(main())
