"""One referral on the page: how it stands, what was said about it, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from librarian.domain.referrals import WITH_MANAGER, State
from ui.kit.card_column import at_the_left
from ui.kit.pill import pill
from ui.kit.widgets import button, label, style
from ui.referrals import texts
from ui.referrals.quoting import quoted

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.following import Followed
    from librarian.application.forms.handing_journal import Record
    from librarian.application.forms.reading_copies import Said
    from librarian.application.forms.signing_off import Waiting

_HEADS: Final = {State.ANSWERED: texts.ANSWERED, State.DECLINED: texts.WHY}
_NOTED: Final = frozenset(
    {
        State.SENT,
        State.RECEIVED,
        State.ASKED,
        State.ANSWERED,
        State.ACCEPTED,
        State.DECLINED,
    }
)
"""Where the sender may note what the service said by another way."""
UNSIGNED: Final = "unsigned"


@dataclass(frozen=True, slots=True)
class CardDeeds:
    """What the buttons of a referral do."""

    send_now: Callable[[], object]
    sign: Callable[[str, str], object]
    sign_off: Callable[[str], object]
    read: Callable[[Followed], object]
    answer_manager: Callable[[str, str], object]
    take_back: Callable[[str], object]
    choose_folder: Callable[[], object]
    sent_by_hand: Callable[[str], object]
    open_message: Callable[[str], object]
    answer: Callable[[str, str], object]
    note: Callable[[str, State], object]


@dataclass(frozen=True, slots=True)
class Signing:
    """Whether a referral can be read before it is signed off, what was said, why it cannot."""

    can_be_read: bool = False
    said: tuple[Said, ...] = ()
    lacks: str = ""
    is_unset: bool = False


def signing_of(followed: Followed, waiting: Waiting | None) -> Signing:
    """Return how it stands with reading a referral before it is signed off."""
    if waiting is None:
        return Signing()
    referral = followed.referral.id
    return Signing(
        referral in waiting.copies, waiting.said_of(referral), waiting.lacks, waiting.is_unset
    )


class ReferralCard(QFrame):
    """A card; `fields` are what a person may have begun to write in, by their names."""

    def __init__(
        self, followed: Followed, name: str, today: date, deeds: CardDeeds, signing: Signing
    ) -> None:
        super().__init__()
        self._signing = signing
        self._followed = followed
        self._name = name
        self._today = today
        self._deeds = deeds
        self._receipt: QWidget | None = None
        self.fields: dict[str, QLineEdit] = {}
        self.first: QWidget | None = None
        style(self, kind="card", tone="bad" if followed.is_overdue else "")
        self.setAccessibleName(f"{name}, {texts.line(followed, today)}")
        self.inside = QVBoxLayout(self)
        self._add_head()
        self._add_words()
        self._add_what_to_do()
        self._add_foot()

    def _add_head(self) -> None:
        referral, problem = self._followed.referral, self._problem
        row = QHBoxLayout()
        row.addWidget(label(self._name, strong="true", letters="lead", wrap=True), 1)
        if self._followed.is_overdue:
            row.addWidget(pill(texts.OVERDUE, "bad"))
        said = texts.STUCK if problem else texts.STATES[referral.state]
        tone = "bad" if problem else texts.TONES.get(referral.state, "quiet")
        row.addWidget(pill(said, tone))
        self.inside.addLayout(row)
        line = texts.line(self._followed, self._today)
        self.inside.addWidget(label(line, tone="muted", wrap=True))
        waits = texts.waits(self._followed, self._today)
        if waits:
            tone = "bad" if self._followed.is_overdue else ""
            self.inside.addWidget(label(waits, tone=tone, wrap=True))

    def _add_words(self) -> None:
        for said in self._signing.said:
            head = texts.said_by(said, mine=self._followed.is_mine)
            self.inside.addWidget(quoted(head, said.words))
        for reply in self._followed.replies:
            if reply.words:
                self.inside.addWidget(quoted(_HEADS.get(reply.state, texts.QUESTION), reply.words))
        asked = self._followed.referral.state is State.ASKED
        if asked and not any(reply.words for reply in self._followed.replies):
            self.inside.addWidget(label(texts.UNREADABLE, tone="muted", wrap=True))

    def _add_what_to_do(self) -> None:
        record, state = self._record, self._followed.referral.state
        if record is None:
            self._add_sign_off()
            return
        if self._problem:
            self.inside.addWidget(label(self._problem, tone="bad", wrap=True))
            self._offer(texts.SEND_NOW, self._deeds.send_now)
        elif state is State.TO_SEND:
            self.inside.addWidget(label(texts.MESSAGE_WHAT, wrap=True))
            self._offer_message(record)
        elif state is State.TO_SIGN:
            self.inside.addWidget(label(texts.SIGN_WHAT.format(record.sign_off), wrap=True))
            self._tell_of_copy(record)
            self._ask(texts.SIGNED_BY, texts.SIGN, self._deeds.sign)
        elif state is State.RETURNED:
            self._ask(texts.YOUR_ANSWER, texts.ANSWER_MANAGER, self._deeds.answer_manager)
        elif state is State.REFUSED:
            self.inside.addWidget(label(texts.REFUSED_WHAT, wrap=True))
        elif state is State.SIGNED:
            who = self._followed.referral.steps[-1].who
            self.inside.addWidget(label(texts.SIGNED_WHAT.format(who), wrap=True))
            self._offer(texts.SEND_NOW, self._deeds.send_now)
        elif state is State.ASKED:
            self._ask(texts.YOUR_ANSWER, texts.ANSWER, self._deeds.answer, texts.ANSWER_HINT)

    def _tell_of_copy(self, record: Record) -> None:
        """Whether the manager can read it at their own computer; if not, why, and what to do."""
        if self._signing.can_be_read:
            self.inside.addWidget(label(texts.COPY_LIES, tone="muted", wrap=True))
        else:
            why = self._signing.lacks or record.lacks
            said = texts.COPY_LACKS.format(f"{why} " if why else "")
            self.inside.addWidget(label(said, tone="warn", wrap=True))
            self._offer_folder()

    def _offer_folder(self) -> None:
        """The way to where a working folder is chosen, where none was."""
        if self._signing.is_unset:
            go = self._button(texts.CHOOSE_FOLDER, self._deeds.choose_folder)
            self.inside.addWidget(at_the_left(go))

    def _add_sign_off(self) -> None:
        """Somebody else's referral that waits for a manager: perhaps it is this person."""
        referral = self._followed.referral
        if referral.state not in WITH_MANAGER or self._followed.is_mine:
            return
        if self._signing.can_be_read:
            self.inside.addWidget(label(texts.READ_WHAT, wrap=True))
            self._offer(texts.READ, partial(self._deeds.read, self._followed))
            return
        why = self._signing.lacks or texts.NO_COPY.format(referral.sender)
        self.inside.addWidget(label(texts.CANNOT_READ.format(why), wrap=True))
        self._offer_folder()
        sign = self._button(texts.SIGN_UNREAD, partial(self._deeds.sign_off, referral.id))
        self.inside.addWidget(at_the_left(sign))
        self.first = self.first or sign

    def _offer_message(self, record: Record) -> None:
        open_it = self._button(
            texts.OPEN_MESSAGE, partial(self._deeds.open_message, record.place), "primary"
        )
        sent = self._button(texts.SENT_IT, partial(self._deeds.sent_by_hand, record.referral))
        self.inside.addWidget(at_the_left(open_it, sent))
        self.first = self.first or open_it

    def _offer(self, words: str, deed: Callable[[], object]) -> None:
        made = self._button(words, deed, "primary")
        self.inside.addWidget(at_the_left(made))
        self.first = self.first or made

    def _ask(
        self, asked: str, does: str, deed: Callable[[str, str], object], hint: str = ""
    ) -> None:
        entry = QLineEdit()
        entry.setAccessibleName(f"{asked}: {self._name}")
        entry.setPlaceholderText(hint or asked)
        referral = self._followed.referral.id
        do = self._button(does, lambda: deed(referral, entry.text()), "primary")
        entry.returnPressed.connect(do.click)
        row = QHBoxLayout()
        row.addWidget(entry, 1)
        row.addWidget(do)
        asking = label(asked, strong="true", wrap=True)
        asking.setBuddy(entry)
        self.inside.addWidget(asking)
        self.inside.addLayout(row)
        self.fields[asked] = entry
        self.first = self.first or entry

    def _add_foot(self) -> None:
        record, state = self._record, self._followed.referral.state
        deeds: list[QWidget] = []
        if record and record.files:
            deeds.append(self._button(texts.RECEIPT, self._toggle_receipt, "link"))
        if record and record.stage == UNSIGNED and state in (*WITH_MANAGER, State.REFUSED):
            back = partial(self._deeds.take_back, record.referral)
            deeds.append(self._button(texts.TAKE_BACK, back, "link"))
        if record and state is State.REFUSED:
            over = partial(self._deeds.note, record.referral, State.CLOSED)
            deeds.append(self._button(texts.LEAVE, over, "link"))
        noting = state in _NOTED
        if record and noting and self._followed.is_mine:
            note = self._button(texts.NOTE, _nothing, "link")
            menu = QMenu(note)
            for told, words in texts.NOTES:
                act = partial(self._deeds.note, self._followed.referral.id, told)
                menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
            note.setMenu(menu)
            deeds.append(note)
        if deeds:
            self.inside.addWidget(at_the_left(*deeds))
            self.first = self.first or deeds[0]

    def _toggle_receipt(self) -> None:
        if self._receipt is None and self._record:
            self._receipt = QWidget()
            column = QVBoxLayout(self._receipt)
            column.setContentsMargins(0, 0, 0, 0)
            for line in texts.receipt(self._record):
                told = label(line, tone="muted", letters="small", wrap=True)
                column.addWidget(told)
            self.inside.addWidget(self._receipt)
        elif self._receipt is not None:
            self._receipt.setVisible(self._receipt.isHidden())

    def _button(self, words: str, deed: Callable[[], object], kind: str = "") -> QPushButton:
        made = button(words, deed, kind)
        made.setAccessibleName(f"{words}: {self._name}")
        return made

    @property
    def _record(self) -> Record | None:
        return self._followed.record if self._followed.is_mine else None

    @property
    def _problem(self) -> str:
        record = self._record
        if record is None:
            return ""
        return record.problem or (texts.NOT_SENT if record.is_open else "")


def _nothing() -> None:
    """The menu is what it shows."""
