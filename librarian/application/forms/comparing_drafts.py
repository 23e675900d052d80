"""A draft against the team's copy of the same form, which somebody else went on with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from librarian.application.forms.sheet import Sheet
from librarian.domain.forms.form import Spot
from librarian.domain.forms.joining import Differing, Keep, differing, joined
from librarian.domain.forms.referral import combined


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sheets of one form: ours, and theirs by `who`, with every answer that differs."""

    ours: Sheet
    theirs: Sheet
    who: str
    differing: tuple[Differing, ...]

    def as_one(self, kept: Mapping[Spot, Keep]) -> Sheet:
        """The team's sheet, with ours wherever that was chosen."""
        theirs, ours = self.theirs, self.ours
        return replace(
            theirs,
            answers=joined(theirs.answers, ours.answers, kept),
            known=(*theirs.known, *ours.known),
            confirmed=theirs.confirmed | ours.confirmed,
        )


def compared(ours: Sheet, theirs: Sheet, who: str) -> Compared:
    """Return where two sheets of one form differ."""
    form = combined(ours.form, ours.form.services) if ours.form.takes_services else ours.form
    return Compared(ours, theirs, who, differing(form, theirs.answers, ours.answers))
