"""What needs business support today, as cards; each thing with the button that deals with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from librarian.application.overseeing import ReviewDue, Today, Urgency
from librarian.domain.names import shown_title
from librarian.domain.wishes import Wish
from ui.curate import destroy_texts, texts
from ui.curate.chart import HealthChart
from ui.kit.card_column import CardColumn
from ui.kit.theme import Theme
from ui.kit.widgets import button, label
from ui.kit.wording import counted

WIDTH = 860
_TONES = {Urgency.OVERDUE: "bad", Urgency.SOON: "warn", Urgency.LATER: "muted"}


@dataclass(frozen=True, slots=True)
class TodayDeeds:
    """What the page's buttons do."""

    confirm: Callable[[], object]
    show: Callable[[str], object]
    still_right: Callable[[str, str], object]
    answer: Callable[[Wish, str], object]
    prepare_for_it: Callable[[Wish], object]
    signpost: Callable[[str, str], object]
    rules: Callable[[str], object]
    to_destroy: Callable[[], object]
    show_rules: Callable[[], object]
    mend_history: Callable[[], object]


class TodayView(CardColumn):
    """Cards, drawn anew when something changed; an answer that is being written stays."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], deeds: TodayDeeds) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._now = now
        self._deeds = deeds
        self._shown: Today | None = None
        self._answering = ""

    def show_today(self, today: Today) -> None:
        """Show what waits now."""
        if today == self._shown:
            return
        self._shown = today
        self._draw()

    def _draw(self) -> None:
        today = self._shown
        if today is None:
            return
        had_keyboard = self.has_keyboard()
        self.clear()
        title = texts.QUIET if today.is_quiet else texts.NEEDS
        self.column.addWidget(label(title, letters="display", wrap=True))
        if today.is_quiet:
            self.column.addWidget(label(texts.QUIET_WHAT, tone="muted", wrap=True))
        self._add_decisions(today)
        self._add_around(today)
        self._add_already(today)
        self._add_confirming(today)
        self._add_wishes(today)
        self._add_reviews(today)
        self._add_rules(today)
        self._add_destroying(today)
        self._add_health(today)
        self._add_signposts(today)
        self.respace()
        if had_keyboard:
            self.begin()

    def _add_confirming(self, today: Today) -> None:
        if not today.to_confirm:
            return
        card = self.card(texts.CONFIRM)
        waiting = texts.CONFIRM_WHAT.format(counted(today.to_confirm, "form"))
        start = button(texts.CONFIRM_START, self._deeds.confirm, "primary")
        card.addWidget(self.row(waiting, texts.confirmed_so_far(today), start))

    def _add_decisions(self, today: Today) -> None:
        if not today.decisions:
            return
        card = self.card(texts.DECIDE)
        for matter in today.decisions:
            title = shown_title(matter.path)
            show = self._button(texts.SHOW, title, partial(self._deeds.show, matter.path))
            card.addWidget(self.row(title, texts.decision(matter), show))

    def _add_around(self, today: Today) -> None:
        """What somebody did around the program, beside what happened to single documents."""
        if not (today.rules_edited or today.history_wrong):
            return
        card = self.card(texts.AROUND)
        if today.rules_edited:
            look = button(texts.RULES_EDITED_LOOK, self._deeds.show_rules)
            look.setAccessibleName(f"{texts.RULES_EDITED_LOOK}: {texts.RULES_EDITED}")
            card.addWidget(self.row(texts.RULES_EDITED, texts.RULES_EDITED_WHAT, look))
        if today.history_wrong:
            mend = button(texts.HISTORY_MEND, self._deeds.mend_history)
            words = texts.history_wrong(today)
            card.addWidget(self.row(texts.HISTORY_WRONG, words, mend, tone="warn"))

    def _add_already(self, today: Today) -> None:
        if not today.already:
            return
        card = self.card(texts.ALREADY)
        for new in today.already:
            title = shown_title(new.path)
            show = self._button(texts.SHOW, title, partial(self._deeds.show, new.path))
            card.addWidget(self.row(title, texts.already(new), show))

    def _add_wishes(self, today: Today) -> None:
        if not today.wishes:
            return
        card = self.card(texts.REQUESTS)
        for wish in today.wishes:
            title = texts.wish_title(wish)
            row = self.row(title, texts.wish_words(wish), *self._of_wish(wish, title))
            card.addWidget(row)
            if wish.entry == self._answering:
                card.addWidget(self._field(wish))

    def _of_wish(self, wish: Wish, title: str) -> list[QWidget]:
        made: list[QWidget] = []
        if wish.kind == "accessasked":
            prepare = partial(self._deeds.prepare_for_it, wish)
            made.append(self._button(texts.FOR_IT, title, prepare))
        elif wish.path:
            if wish.kind == "vouched":
                right = partial(self._deeds.still_right, wish.path, title)
                made.append(self._button(texts.STILL_RIGHT, title, right))
            made.append(self._button(texts.SHOW, title, partial(self._deeds.show, wish.path)))
        made.append(self._button(texts.ANSWER, title, partial(self._begin_answer, wish)))
        return made

    def _field(self, wish: Wish) -> QWidget:
        field = QLineEdit()
        field.setAccessibleName(texts.ANSWER_ASK)
        field.setPlaceholderText(texts.ANSWER_ASK)
        send = button(texts.ANSWER_SEND, lambda: self._send(wish, field.text()), "primary")
        field.returnPressed.connect(send.click)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field, 1)
        row.addWidget(send)
        self.first = field
        return made

    def _begin_answer(self, wish: Wish) -> None:
        self._answering = "" if self._answering == wish.entry else wish.entry
        self._draw()
        self.begin()

    def _send(self, wish: Wish, note: str) -> None:
        self._answering = ""
        self._deeds.answer(wish, note)

    def _add_reviews(self, today: Today) -> None:
        if not today.reviews:
            return
        card = self.card(texts.REVIEWS)
        for review in today.reviews:
            card.addWidget(self._review(review))

    def _review(self, review: ReviewDue) -> QWidget:
        right = partial(self._deeds.still_right, review.path, review.title)
        show = partial(self._deeds.show, review.path)
        line = texts.review_line(review, self._now().date())
        return self.row(
            review.title,
            line,
            self._button(texts.SHOW, review.title, show),
            self._button(texts.STILL_RIGHT, review.title, right),
            tone=_TONES[review.urgency],
        )

    def _add_rules(self, today: Today) -> None:
        if not today.rules:
            return
        card = self.card(texts.RULES)
        for rule in today.rules:
            look = partial(self._deeds.rules, rule.code)
            shown = self._button(texts.RULES_SHOW, rule.title, look)
            card.addWidget(self.row(rule.title, texts.rule_line(rule), shown))

    def _add_destroying(self, today: Today) -> None:
        if not today.to_agree:
            return
        card = self.card(destroy_texts.TITLE)
        look = self._button(destroy_texts.LOOK, destroy_texts.TITLE, self._deeds.to_destroy)
        waiting = destroy_texts.waiting(today.to_agree)
        card.addWidget(self.row(waiting, destroy_texts.WAITING_WHAT, look))

    def _add_health(self, today: Today) -> None:
        card = self.card(texts.HEALTH)
        chart = HealthChart(self._theme)
        chart.show_points(today.health, texts.health(today))
        card.addWidget(chart)

    def _add_signposts(self, today: Today) -> None:
        card = self.card(texts.SIGNPOSTS)
        card.addWidget(label(texts.SIGNPOSTS_WHAT, tone="muted", wrap=True))
        for folder, whom in today.signposts:
            away = self._button(texts.UNSIGN, folder, partial(self._deeds.signpost, folder, ""))
            card.addWidget(self.row(folder, texts.ASK_WHOM.format(whom), away))
        folder_field, whom_field = QLineEdit(), QLineEdit()
        for field, words in (
            (folder_field, texts.SIGN_FOLDER),
            (whom_field, texts.SIGN_WHOM),
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(words)
        sign = button(
            texts.SIGN, lambda: self._sign(folder_field.text().strip(), whom_field.text().strip())
        )
        whom_field.returnPressed.connect(sign.click)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(folder_field, 2)
        row.addWidget(whom_field, 1)
        row.addWidget(sign)
        card.addWidget(made)

    def _sign(self, folder: str, whom: str) -> None:
        if folder and whom:
            self._deeds.signpost(folder, whom)

    def _button(self, words: str, title: str, pressed: Callable[[], object]) -> QWidget:
        made = button(words, pressed)
        made.setAccessibleName(f"{words}: {title}")
        return made
