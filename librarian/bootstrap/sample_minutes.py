"""The made-up minutes of the sample drive, for whoever made it."""

import json
from typing import Final

from librarian.adapters.sample.papers import content
from librarian.adapters.store import JsonStore
from librarian.application.minutes.made_up import made_up_minutes
from librarian.application.minutes.ports import Meeting
from librarian.application.ports import Clock

SAMPLE_CASE: Final = "C-100245"
_SAMPLE: Final = "sample minutes"


class SampleMinutes:
    """They wait until they are laid for this person, which is once."""

    def __init__(self, own: JsonStore, clock: Clock) -> None:
        self._own = own
        self._clock = clock

    def want(self) -> None:
        """Have them laid the next time somebody looks."""
        self._own.save(_SAMPLE, {"wanted": True})

    def wanted(self) -> tuple[Meeting, ...]:
        """Those that are to be laid now."""
        if self._own.load(_SAMPLE).get("wanted") is not True:
            return ()
        told = json.loads(content("minutes.json"))
        return made_up_minutes(told, SAMPLE_CASE, self._clock.now().astimezone().date())

    def are_laid(self) -> None:
        """They lie there now; nobody gets them twice."""
        if self._own.load(_SAMPLE):
            self._own.save(_SAMPLE, {"wanted": False})
