"""The menu of a text field, with ideas for the word that it was opened on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.kit import spelling_texts as texts


@dataclass(frozen=True, slots=True)
class WordDeeds:
    """What can be done with a word."""

    take: Callable[[str], None]
    add: Callable[[], None]
    ignore: Callable[[], None]


def offer(menu: QMenu, word: str, ideas: Sequence[str], deeds: WordDeeds) -> None:
    """Put ideas for a word, and what else can be done with it, over what a menu offers."""
    first = menu.actions()[0] if menu.actions() else None
    offered = [_action(menu, idea, partial(deeds.take, idea)) for idea in ideas]
    if not offered:
        none = _action(menu, texts.NO_IDEAS.format(word), None)
        offered = [none]
    more = (
        _line(menu),
        _action(menu, texts.ADD.format(word), deeds.add),
        _action(menu, texts.IGNORE, deeds.ignore),
        _line(menu),
    )
    menu.insertActions(first, [*offered, *more])  # type: ignore[arg-type]  # None puts them last
    if ideas:
        menu.setActiveAction(offered[0])


def _action(menu: QMenu, words: str, do: Callable[[], None] | None) -> QAction:
    made = QAction(words.replace("&", "&&"), menu)
    made.setEnabled(do is not None)
    if do:
        made.triggered.connect(do)
    return made


def _line(menu: QMenu) -> QAction:
    made = QAction(menu)
    made.setSeparator(True)
    return made
