"""Failures of the world, in words a person can act on; bugs are any other exception."""


class LibrarianError(Exception):
    """Something outside this program went wrong: what, and what to do about it."""

    def __init__(self, title: str, remedy: str) -> None:
        super().__init__(f"{title} {remedy}")
        self.title = title
        self.remedy = remedy


class DriveUnavailableError(LibrarianError):
    """The drive, or the part of it that was asked for, does not answer."""


class ChangedError(LibrarianError):
    """What lies there is not what the person saw, so nothing was done with it."""


class BusyError(LibrarianError):
    """Another process holds what only one may hold."""


class CancelledError(LibrarianError):
    """A person stopped the work; what was settled so far stays."""

    def __init__(self) -> None:
        super().__init__("Stopped.", "Start it again when you like; it goes on where it was.")
