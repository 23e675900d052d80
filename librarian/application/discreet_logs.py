"""How the program writes down its own failures, in the window and on the command line alike.

A report names kinds of error and places in the program, never what an exception says nor anything
of a file: messages often hold a path, and a path may hold a child's name.
"""

import logging
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final

_OURS: Final = ("librarian", "indexers", "policies", "ui")


class DiscreetFormatter(logging.Formatter):
    """Writes where something failed and its kind, without what the exception says."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(threadName)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; of what other libraries say, only where in them it was said."""
        ours = logging.makeLogRecord(record.__dict__)
        ours.exc_text = None  # another handler may have put the whole message there
        if record.name.partition(".")[0] not in _OURS:
            ours.msg, ours.args = f"said at {record.filename}:{record.lineno}", ()
        return super().format(ours)

    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Return the frames of the traceback and the chain of kinds."""
        _, error, _ = ei
        lines: list[str] = []
        while error is not None:
            frames = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__))
            lines += [f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames]
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)
