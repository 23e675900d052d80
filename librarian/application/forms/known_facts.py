"""What is known of a family already: from the case system, a printout, the last referral."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from librarian.application.forms.filling import Last
from librarian.application.forms.looking import case_number
from librarian.application.forms.sheet import Sheet
from librarian.application.forms.validating import holds
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case
from librarian.domain.forms.referral import combined
from librarian.domain.forms.visibility import Visibility


@dataclass(frozen=True, slots=True)
class CaseSystem:
    """What the case system is called, and how a case is looked up in it."""

    name: str
    find: Callable[[str], Case]


@dataclass(frozen=True, slots=True)
class Printouts:
    """How a printed case summary is read: its text, or its file; of the case it has to be of."""

    text: Callable[[str, str], Case]
    file: Callable[[Path, str], Case]


class Knowing:
    """Fills in what is known; nothing that was answered by hand is written over."""

    def __init__(
        self,
        clock: Clock,
        cases: Callable[[], CaseSystem | None],
        printouts: Printouts,
        last: Callable[[str], Last | None],
    ) -> None:
        self._clock = clock
        self._cases = cases
        self._printouts = printouts
        self._last = last

    def case_system(self) -> str:
        """What the case system is called that answers are filled in from; empty for none."""
        found = self._cases()
        return found.name if found else ""

    def fill_in(self, sheet: Sheet, number: str) -> Sheet:
        """The sheet with what the case system knows of a case. Raises LibrarianError."""
        found = self._cases()
        if found is None:
            raise LibrarianError("No case system is set up.", "Choose one in Settings.")
        case = replace(found.find(_asked(sheet, number)), source=found.name)
        return sheet.with_case(case, self._clock.now().date())

    def bring_over(self, sheet: Sheet, number: str) -> Sheet:
        """The sheet with what the family's last referral said. Raises LibrarianError."""
        asked = _asked(sheet, number)
        last = self._last(asked)
        if last is None:
            raise LibrarianError(
                f"No referral of case {asked} is kept on this computer.",
                "Only what was handed over from here can be brought over.",
            )
        return sheet.with_last(last, self._clock.now().date())

    def read_text(self, sheet: Sheet, number: str, text: str) -> Sheet:
        """The sheet with what a pasted case summary says. Raises LibrarianError."""
        case = self._printouts.text(text, number.strip() or said_case(sheet))
        return sheet.with_case(case, self._clock.now().date())

    def read_file(self, sheet: Sheet, number: str, file: Path) -> Sheet:
        """The sheet with what a dropped case summary says. Raises LibrarianError."""
        case = self._printouts.file(file, number.strip() or said_case(sheet))
        return sheet.with_case(case, self._clock.now().date())


def _asked(sheet: Sheet, number: str) -> str:
    asked = number.strip() or said_case(sheet)
    if not asked:
        raise LibrarianError("It is not said of which case.", "Type the case number.")
    return asked


def said_case(sheet: Sheet) -> str:
    """Return the case number that was answered so far; empty for none."""
    everything = combined(sheet.form, sheet.form.services)
    return case_number(everything, Visibility(everything, sheet.answers, holds))
