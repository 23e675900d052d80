"""Prints answers in any terminal, and into anything that stands in its place."""

import errno
import os
import re
import sys
from typing import Final, TextIO

from librarian.domain.errors import LibrarianError

_GONE: Final = (errno.EPIPE, errno.EINVAL, errno.ESHUTDOWN)
"""What a pipe says whose reader went away; Windows says EINVAL."""
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def show(text: str) -> None:
    """Print text: what a terminal cannot show, or would obey, becomes a question mark.

    A reader that has seen enough (`| head`) is no failure. Raises LibrarianError where the
    answer cannot be kept.
    """
    out: TextIO | None = sys.stdout
    if out is None:  # closed by whoever started this
        return
    encoding = out.encoding or "utf-8"
    plain = _CONTROL.sub("?", text)
    try:
        print(plain.encode(encoding, "replace").decode(encoding), file=out, flush=True)
    except OSError as error:
        _turn_away(out)
        if error.errno not in _GONE:
            raise LibrarianError(
                "The answer could not be written.", "Check that the disk is not full."
            ) from error


def _turn_away(out: TextIO) -> None:
    """Let what is still to be flushed go nowhere, for at the end Python would complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, out.fileno())
    os.close(nowhere)
