"""Looks over a team's drive for business support: puts together what several services know."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from librarian.application.activity import Deed, deeds, health
from librarian.application.caretaker import TeamCaretaker
from librarian.application.history import History
from librarian.application.overseeing import STILL_RIGHT, ReviewDue, RuleCount, Today, urgency
from librarian.application.ports import Bus, Clock
from librarian.application.register import register
from librarian.domain.clocks import nanoseconds
from librarian.domain.events import DocumentsChanged
from librarian.domain.ledger import Problem
from librarian.domain.paths import key
from librarian.domain.register import RegisterLine
from librarian.domain.searching import Query, Results
from librarian.domain.wishes import Wish

_MOST: Final = 20
_MANY: Final = 10_000
_NEW: Final = timedelta(days=30)
"""So long a file counts as new."""
CHANGED: Final = "Something it cites has changed"

WriteRegister = Callable[[tuple[RegisterLine, ...], Path], Path]


class TeamOverseer:
    """Looks over one drive; acts are done by the services that they belong to."""

    def __init__(
        self,
        *,
        history: History,
        caretaker: TeamCaretaker,
        clock: Clock,
        bus: Bus,
        find: Callable[[Query], Results],
        write_register: WriteRegister,
        rules: Callable[[], tuple[RuleCount, ...]],
        rules_edited: Callable[[], bool],
    ) -> None:
        self._history = history
        self._caretaker = caretaker
        self._clock = clock
        self._bus = bus
        self._find = find
        self._write_register = write_register
        self._rules = rules
        self._rules_edited = rules_edited

    def today(self) -> Today:
        """What needs business support today."""
        board = self._caretaker.board(_MOST)
        documents = tuple(self._history.managed.documents.by_id.values())
        now = self._clock.now().astimezone()
        decisions = self._history.decider.waiting()
        moved = {key(each.lies_at) for each in decisions}  # they are no copies
        already = self._history.recogniser.already_there(nanoseconds(now - _NEW))
        return Today(
            to_confirm=len(board.tasks),
            confirmed=board.confirmed,
            reviews=tuple(self._reviews(now.date())),
            decisions=decisions,
            already=tuple(each for each in already if key(each.path) not in moved),
            wishes=self._history.postbox.waiting,
            rules=self._rules(),
            health=tuple(health(documents, now)),
            signposts=tuple(sorted(self._history.postbox.signposts.items())),
            rules_edited=self._rules_edited(),
            history_wrong=_in_words(self._history.ledger.wrong),
            to_agree=sum(not each.mine for each in self._history.disposer.waiting()),
        )

    def deeds(self) -> tuple[Deed, ...]:
        """What was done, the last first."""
        return deeds(self._history.managed)

    def lines(self) -> tuple[RegisterLine, ...]:
        """The register of documents, by title."""
        documents = self._history.managed.documents.by_id.values()
        return register(documents, self._history.owners.months())

    def save_register(self, target: Path) -> Path:
        """Write the register of documents to target (.xlsx or .csv), and return where it lies."""
        return self._write_register(self.lines(), target)

    def answer(self, wish: Wish, note: str) -> None:
        """A wish was dealt with; whoever had it is told with this note."""
        self._history.postbox.answer(wish.entry, note)
        self._bus.publish(DocumentsChanged())

    def signpost(self, folder: str, whom: str) -> None:
        """Show a folder to all, with whom to ask; or no longer where `whom` is empty."""
        self._history.postbox.signpost(folder, whom)
        self._bus.publish(DocumentsChanged())

    def message_for_it(self, wish: Wish) -> Path:
        """The text IT needs to let somebody into a folder, as a message to be sent."""
        return self._history.postbox.prepare_for_it(wish)

    def mend_history(self) -> tuple[str, ...]:
        """Check all of the history and bring back what is lost; returns what stays wrong."""
        ledger = self._history.ledger
        ledger.verify()
        self._history.managed.refresh()
        self._bus.publish(DocumentsChanged())
        return _in_words(ledger.wrong)

    def still_right(self, path: str) -> None:
        """The document at path was looked at and is still right."""
        self._history.owners.review(path, note=STILL_RIGHT)
        self._bus.publish(DocumentsChanged())

    def assign(self, path: str, owner: str, deputy: str, phone: str) -> None:
        """The document at path has this owner from now on."""
        self._history.owners.assign(path, owner, deputy=deputy, phone=phone)
        self._bus.publish(DocumentsChanged())

    def citing(self, words: str) -> tuple[RegisterLine, ...]:
        """Confirmed documents whose text has these words together, by title."""
        plain = " ".join(words.replace('"', " ").split())
        if not plain:
            return ()
        found = self._find(Query(f'"{plain}"', limit=_MANY, all_versions=True)).hits
        hits = {key(each.path) for hit in found for each in (hit, *hit.folded)}
        return tuple(line for line in self.lines() if key(line.path) in hits)

    def review_again(self, paths: tuple[str, ...]) -> None:
        """These documents are to be looked at today, since something they cite has changed."""
        today = self._clock.now().astimezone().date()
        for path in paths:
            self._history.owners.review(path, due=today, note=CHANGED)
        self._bus.publish(DocumentsChanged())

    def set_review(self, path: str, due: date) -> None:
        """The document at path is to be looked at again by this day."""
        self._history.owners.review(path, due=due)
        self._bus.publish(DocumentsChanged())

    def _reviews(self, today: date) -> Iterator[ReviewDue]:
        """What is due, the longest overdue first."""
        months = self._history.owners.months()
        dated = (
            (due, each)
            for each in self._history.managed.documents.by_id.values()
            if (due := each.due(months)) is not None
        )
        for due, document in sorted(dated, key=lambda item: (item[0], item[1].path)):
            said = urgency(due, today)
            if said is not None:
                yield ReviewDue(document.path, document.title, document.owner, due, said)


def _in_words(wrong: Iterable[Problem]) -> tuple[str, ...]:
    """Each thing that is wrong once, whichever file it is in."""
    return tuple(dict.fromkeys(each.what for each in wrong))
