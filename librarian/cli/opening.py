"""What a window is opened on."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample drive to make first: where (None: in the user's data folder) and its seed."""

    at: Path | None
    seed: int


@dataclass(frozen=True, slots=True)
class Opening:
    """The user's data folder, the drive (None: the one last used, or ask), a sample to make.

    With `shots`, the window shows itself off-screen, saves pictures there and ends.
    """

    home: Path
    drive: Path | None = None
    sample: Sample | None = None
    shots: Path | None = None
