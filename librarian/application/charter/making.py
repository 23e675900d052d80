"""Makes what goes with a charter: pages, Word, the calendar hold, cards, the case for leaders."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from librarian.application.charter.desk import Answers, Thing
from librarian.application.charter.page import FORM, page_of
from librarian.application.forms.filling import Clerk, Given
from librarian.application.forms.ports import FormShelf, Renderer
from librarian.application.forms.writing import Maker
from librarian.application.ports import Clock
from librarian.domain.charter.protected import ProtectedTime, protected_time_of
from librarian.domain.charter.signing import signature_of
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.wording import in_time

_OUTPUTS: Final = {Thing.PDF: "charter", Thing.WORD: "charter-word", Thing.LEADERS: "leaders"}
_NAMES: Final = {
    Thing.PDF: "charter.pdf",
    Thing.WORD: "charter.docx",
    Thing.PAGE: "charter.html",
    Thing.LEADERS: "case for leaders.pdf",
    Thing.HOLD: "time with children.ics",
    Thing.CARD: "cards.pdf",
}
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


class Calendars(Protocol):
    """Writes dates that calendar programs take in."""

    def hold(self, team: str, words: str, time: ProtectedTime) -> bytes:
        """One hold that comes back every week, right across the change of the clocks."""


@dataclass(frozen=True, slots=True)
class Presses:
    """What draws: a code of a link as SVG, pages of typst, dates; and the template of cards."""

    draw_code: Callable[[str], bytes]
    pages: Renderer
    calendars: Calendars
    card_template: Callable[[], bytes]


class CharterPress:
    """Makes files of a charter's answers; nothing is written anywhere."""

    def __init__(
        self, *, shelf: FormShelf, maker: Maker, clerk: Clerk, presses: Presses, clock: Clock
    ) -> None:
        self._shelf = shelf
        self._maker = maker
        self._clerk = clerk
        self._presses = presses
        self._clock = clock

    @property
    def schema(self) -> Mapping[str, object]:
        """The schema of the charter's form."""
        return self._shelf.load(FORM).schema

    def page(self, answers: Answers) -> bytes:
        """The charter's page. Raises LibrarianError where an answer lacks or is not right."""
        return page_of(self._shelf, self._maker, answers)

    def make(self, thing: Thing, answers: Answers) -> bytes:
        """A file of the charter. Raises LibrarianError where it cannot be made."""
        match thing:
            case Thing.PAGE:
                return self.page(answers)
            case Thing.HOLD:
                return self._hold(answers)
            case Thing.CARD:
                return self._cards(answers)
            case _:
                return self._filled(answers, _OUTPUTS[thing])

    def name(self, thing: Thing, answers: Answers) -> str:
        """What a file of the charter is called."""
        team = _NOT_IN_NAMES.sub(" ", _text(answers, "team", "name")).strip(" .")
        return f"{team or 'Team'} - {_NAMES[thing]}"

    def code(self, answers: Answers) -> bytes:
        """The card's code, as SVG. Raises LibrarianError where the charter names no page."""
        link = _text(answers, "card", "link")
        if not link:
            raise LibrarianError(
                "The charter names no page that a code could open.",
                "Ask Business Support to write its address under “Our card”.",
            )
        return self._presses.draw_code(link)

    def signature_line(self, answers: Answers) -> str:
        """What of the signature comes from the charter."""
        return signature_of(answers).plain

    def _filled(self, answers: Answers, output: str) -> bytes:
        filling = self._clerk.fill(FORM, Given(answers))
        for problem in filling.problems:
            if problem.stops:
                raise LibrarianError(problem.what, problem.remedy)
        return next(each.content for each in filling.made if each.reader == output)

    def _hold(self, answers: Answers) -> bytes:
        line = _text(answers, "signature", "line")
        team = _text(answers, "team", "name")
        return self._presses.calendars.hold(team, line, protected_time_of(answers))

    def _cards(self, answers: Answers) -> bytes:
        time = protected_time_of(answers)
        words: Mapping[str, object] = {
            "team": _text(answers, "team", "name"),
            "words": _text(answers, "card", "words"),
            "link": _text(answers, "card", "link"),
            "contact": _text(answers, "team", "contact"),
            "code": self.code(answers).decode("ascii"),
            "starts": in_time(time.starts),
            "ends": in_time(time.ends),
        }
        return self._presses.pages.render(self._presses.card_template(), words)


def _text(answers: Answers, group: str, name: str) -> str:
    found = answers.get(group)
    value = found.get(name) if isinstance(found, Mapping) else None
    return value if isinstance(value, str) else ""
