"""The Charter page: the charter under its head, and the parts that stand in its place."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from librarian.application.charter.desk import Thing
from librarian.domain.errors import LibrarianError
from ui.charter import texts
from ui.charter.changes import ChangesPage
from ui.charter.checker import InviteChecker
from ui.charter.editing import Editor
from ui.charter.head import Head, HeadDeeds
from ui.charter.reading import Reading
from ui.charter.taking import CardPage, SignaturePage
from ui.charter.view_model import CharterViewModel
from ui.kit.desktop import ask_where_to_save
from ui.kit.empty import Choice
from ui.kit.parts import Parts
from ui.kit.theme import Theme

ChooseFile = Callable[[QWidget, str], Path | None]


def _ask_where(parent: QWidget, name: str) -> Path | None:
    return ask_where_to_save(parent, texts.SAVE_AS, name)


class CharterView(Parts):
    """Shows the one of its parts that is called for."""

    settled = Signal()
    """Another part is shown, or the same one anew."""

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        model: CharterViewModel,
        choose_file: ChooseFile = _ask_where,
    ) -> None:
        super().__init__(theme)
        self._model = model
        self._choose_file = choose_file
        self.head = Head(theme, now, self._deeds())
        self.reading = Reading(theme)
        self.checker = InviteChecker(theme, lambda: QDate(now().year, now().month, now().day))
        self.signature = SignaturePage(theme)
        self.card = CardPage(theme)
        self.changes = ChangesPage(theme)
        self.editor = Editor(theme)
        self._hints.show_hints(texts.HINTS)
        self._lay_out()
        self._connect()
        self._listen_to_letters()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the charter."""
        look = self._model.look
        reads = self._stack.currentWidget() is self.reading
        if event.key() == Qt.Key.Key_Escape and not reads and look and look.shown:
            self.read()
        else:
            super().keyPressEvent(event)

    def read(self) -> None:
        """Show the charter itself."""
        self._turn_to(self.reading)

    def ask(self) -> None:
        """Ask whether to invite the team."""
        self.checker.show_charter(self._model.answers)
        self._turn_to(self.checker)

    def sign(self) -> None:
        """Show the e-mail signature."""
        self.signature.show_charter(self._model.answers)
        self._turn_to(self.signature)

    def show_card(self) -> None:
        """Show the card, and ask for its code."""
        self.card.show_charter(self._model.answers)
        if self.card.picture.link:
            self._model.draw_code()
        self._turn_to(self.card)

    def edit(self) -> None:
        """Change the charter, from the draft that waits or from what counts."""
        look = self._model.look
        if look:
            if not self._model.edited:
                self._model.begin_editing()
            self.editor.edit(look.form, self._model.edited)
            self._turn_to(self.editor)

    def see_changes(self) -> None:
        """Show what the draft changes."""
        look = self._model.look
        waiting = (look.draft or look.current) if look else None
        if look and waiting:
            title = texts.CHANGES_TITLE.format(waiting.label or texts.OUR_CHARTER)
            may = look.may_change
            self.changes.show_changes(title, waiting.note, look.to_come, may_confirm=may)
            self._turn_to(self.changes)

    def see_changed(self) -> None:
        """Show what changed with the version that counts."""
        look = self._model.look
        if look and look.current:
            title = texts.CHANGED_TITLE.format(look.current.label)
            self.changes.show_changes(title, look.current.note, look.changed, may_confirm=False)
            self._turn_to(self.changes)

    def save(self, thing: str) -> None:
        """Ask where a file of the charter is to lie, and save it there."""
        what = Thing(thing)
        target = self._choose_file(self, self._model.name(what))
        if target is not None:
            self._model.save(what, target)

    def _confirm(self, note: str) -> None:
        self._model.approve(note)
        self.read()

    def _put_forward(self, note: str) -> None:
        self._model.put_forward(note)

    def _leave_editor(self) -> None:
        self._model.edited = {}
        self._show()
        look = self._model.look
        if look and look.shown:
            self.read()
        else:
            self._turn_to(self.empty)

    def _show(self) -> None:
        look = self._model.look
        if look is None:
            self._explain("book-open", texts.LOADING, "")
            return
        self.head.show_look(look)
        edits = self._stack.currentWidget() is self.editor and self._model.edited
        if look.shown is None:
            if not edits:
                self._explain_none(may=look.may_change)
            return
        self.reading.show_charter(look.shown.answers)
        if not edits:
            self._turn_to(self.reading)

    def _explain_none(self, *, may: bool) -> None:
        choices = (Choice(texts.BEGIN, self.edit, primary=True),) if may else ()
        words = texts.NONE_MAY if may else f"{texts.NONE_MAY} {texts.NONE_OTHERS}"
        self._explain("book-open", texts.NONE, words, *choices)

    def _show_failure(self, error: LibrarianError) -> None:
        again = Choice(texts.TRY_AGAIN, self._model.load, primary=True)
        self._explain_failure(error, again)

    def _turn_to(self, part: QWidget, *, anew: bool = True) -> None:
        super()._turn_to(part, anew=anew)
        self.head.setVisible(part is self.reading)
        is_reading = part in (self.reading, self.empty)
        self._hints.show_hints(texts.HINTS if is_reading else texts.HINTS_BACK)
        self.settled.emit()

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self._show)
        model.failed.connect(self._show_failure)
        model.code_drawn.connect(self.card.picture.show_code)
        for part in (self.checker, self.signature, self.card, self.changes):
            part.left.connect(self.read)
        self.checker.copied.connect(model.copied)
        self.signature.copied.connect(model.signed)
        self.signature.hold_wanted.connect(self._save_hold)
        self.card.print_wanted.connect(self._save_cards)
        self.changes.confirmed.connect(self._confirm)
        self.editor.put_forward.connect(self._put_forward)
        self.editor.left.connect(self._leave_editor)

    def _listen_to_letters(self) -> None:
        """One letter leads to each part, while the charter is read."""
        deeds = {
            "I": self.ask,
            "P": self._model.print,
            "S": self.sign,
            "C": self.show_card,
            "E": self._edit_if_allowed,
        }
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for letter, deed in deeds.items():
            QShortcut(QKeySequence(letter), self.reading, context=within).activated.connect(deed)

    def _edit_if_allowed(self) -> None:
        look = self._model.look
        if look and look.may_change:
            self.edit()

    def _save_hold(self) -> None:
        self.save(Thing.HOLD)

    def _save_cards(self) -> None:
        self.save(Thing.CARD)

    def _lay_out(self) -> None:
        self._column.insertWidget(0, self.head)
        self._hold(self.reading, self.checker, self.signature, self.card)
        self._hold(self.changes, self.editor)

    def _deeds(self) -> HeadDeeds:
        return HeadDeeds(
            invite=self.ask,
            print=self._model.print,
            save=self.save,
            sign=self.sign,
            card=self.show_card,
            change=self.edit,
            see_changes=self.see_changes,
            see_changed=self.see_changed,
            confirm=self.see_changes,
        )
