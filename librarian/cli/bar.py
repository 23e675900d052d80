"""A progress bar on a terminal; elsewhere a line now and then."""

from types import TracebackType
from typing import Final, Self, TextIO

from librarian.domain.events import DriveLost, Event, Noticed, PlanProgress, Progress, Stage

_WIDTH: Final = 24
_LINES_BETWEEN: Final = 50


class Bar:
    """Shows how far a scan has got, on the given stream; put away at the end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lives = stream.isatty()
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._lives and self._count:
            self._stream.write("\r\x1b[K")

    def take(self, event: Event) -> None:
        """Show what an event tells of the progress, and notices as lines."""
        if isinstance(event, Noticed):
            self._stream.write(f"{event.title} {event.remedy}\n")
        elif isinstance(event, DriveLost):
            self._stream.write(f"{event.why}\n")
        elif isinstance(event, Progress):
            self._draw(in_words(event))
        elif isinstance(event, PlanProgress):
            self._draw(f"{event.done:,} of {event.total:,} changes")

    def say(self, line: str) -> None:
        """Say something that is to be read."""
        self._stream.write(f"{line}\n")

    def _draw(self, line: str) -> None:
        self._count += 1
        if self._lives:
            self._stream.write(f"\r\x1b[K{line}")
            self._stream.flush()
        elif self._count % _LINES_BETWEEN == 0:
            self._stream.write(f"{line}\n")


def in_words(progress: Progress) -> str:
    """Return one line: a bar where the end is known, the count, the rate and the time left."""
    if progress.stage is Stage.LISTING or not progress.total:
        return f"Looking at names: {progress.done:,}"
    full = min(_WIDTH, _WIDTH * progress.done // progress.total)
    bar = "█" * full + "·" * (_WIDTH - full)
    left = f", {round(progress.seconds_left)} s left" if progress.seconds_left else ""
    return (
        f"{bar} looked inside {progress.done:,} of {progress.total:,}"
        f" · {progress.rate:.0f} a second{left}"
    )
