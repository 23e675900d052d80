"""The command line: every command of the program, without Qt.

`main` is cheap to import, since the window must not wait for what only commands need.
"""

import sys
from collections.abc import Callable, Sequence

from librarian.cli.opening import Opening
from librarian.cli.parsing import opening, parse

__all__ = ["Opening", "main"]


def main(argv: Sequence[str], open_window: Callable[[Opening], int]) -> int:
    """Carry out one command; a command that asks for a window gets it from open_window.

    Returns 0 when done, 1 after a clear error with a remedy; wrong usage exits with 2.
    """
    arguments = parse(argv)
    if arguments.command == "window" or (arguments.command == "demo" and arguments.window):
        return open_window(opening(arguments))
    try:
        from librarian.cli.running import run  # noqa: PLC0415 - the window must not wait for it

        return run(arguments)
    except KeyboardInterrupt:
        print("Stopped. What was done so far is kept.", file=sys.stderr)
        return 130
