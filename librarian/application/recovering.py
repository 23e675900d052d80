"""After a crash: acts that this desk began are finished, or taken back, before anything else."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from librarian.application.carrying_out import Hands
from librarian.application.keeping_ledger import News
from librarian.application.managed import Managed
from librarian.domain.acts import Approved, Archived, Restored, act_from
from librarian.domain.documents_together import Unfinished
from librarian.domain.errors import BusyError, ChangedError, LibrarianError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovered:
    """How many acts were finished, taken back, and left for later because the drive refused.

    `news` is what was read of the ledger meanwhile.
    """

    news: News
    finished: int = 0
    taken_back: int = 0
    waiting: int = 0


class Recoverer:
    """Finishes what this desk began; what other desks began is theirs to finish."""

    def __init__(
        self,
        *,
        managed: Managed,
        hands: Hands,
        desk: str,
        resume: Callable[[], int] = lambda: 0,
    ) -> None:
        self._managed = managed
        self._hands = hands
        self._desk = desk
        self._resume = resume

    def recover(self) -> Recovered:
        """Finish or take back every act of this desk that broke off; quick where there is none.

        Plans are gone on with after that. One that the drive refuses just now stays for the next
        start. Nothing is touched while another process of this desk is in the middle of an act.
        """
        news = self._managed.refresh()
        done: list[str] = []
        if self._ours():
            try:
                with self._hands.alone():
                    self._managed.refresh()
                    done = [self._recover(each) for each in self._ours()]
            except BusyError:
                return Recovered(news, waiting=len(self._ours()))
        done += ["finished"] * self._resume()
        return Recovered(
            news, done.count("finished"), done.count("taken back"), done.count("waiting")
        )

    def _ours(self) -> list[Unfinished]:
        unfinished = self._managed.documents.unfinished
        return [each for each in unfinished if each.entry.stamp.desk == self._desk]

    def _recover(self, unfinished: Unfinished) -> str:
        intent, intended = unfinished.entry.id, unfinished.intended
        act = act_from(intended.kind, intended.act)
        try:
            if not isinstance(act, (Approved, Restored, Archived)):
                self._hands.take_back(intent, intended.steps, "It cannot be understood.")
                return "taken back"
            if self._is_overtaken(act):
                self._hands.take_back(intent, intended.steps, "Somebody did something else since.")
                return "taken back"
            try:
                self._hands.finish(intent, intended.steps)
            except ChangedError as error:
                self._hands.take_back(intent, intended.steps, error.title)
                return "taken back"
            self._hands.record(replace(act, intent=intent))
        except LibrarianError as error:
            _log.info("An act could not be finished yet: %s.", type(error).__name__)
            return "waiting"
        return "finished"

    def _is_overtaken(self, act: Approved | Restored | Archived) -> bool:
        """Whether the document has another current version now than when the act was begun."""
        document = self._managed.document(act.document)
        if isinstance(act, Archived) or document is None:
            return False
        return document.current is not None and document.current.entry != act.before
