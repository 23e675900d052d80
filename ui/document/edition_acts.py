"""What can be done with the version that is chosen: only what makes sense with it is offered."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from librarian.application.about import About, Edition
from librarian.domain.searching import State
from ui.document import texts
from ui.kit.flow import FlowLayout
from ui.kit.theme import Theme
from ui.kit.widgets import button

PAST: Final = (State.SUPERSEDED, State.ARCHIVED)
_ORDER: Final = (
    texts.CONFIRM,
    texts.PUT_FORWARD,
    texts.RESTORE,
    texts.COMPARE,
    texts.OPEN_VERSION,
)


class EditionActs(QWidget):
    """A row of buttons, each shown only where it can be pressed."""

    def __init__(
        self,
        theme: Theme,
        deeds: Mapping[str, Callable[[], object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._flow)
        kinds = {texts.CONFIRM: "primary"}
        self._buttons = {name: button(name, deeds[name], kinds.get(name, "")) for name in _ORDER}
        for made in self._buttons.values():
            self._flow.addWidget(made)
        theme.follow(self, self._respace)

    def show_for(self, about: About, edition: Edition) -> None:
        """Offer what can be done with this version."""
        possible = deeds_for(about, edition)
        for name, made in self._buttons.items():
            made.setVisible(name in possible)
        before = edition == about.current
        self._buttons[texts.COMPARE].setText(texts.COMPARE_BEFORE if before else texts.COMPARE)
        self.setVisible(bool(possible))

    def _respace(self) -> None:
        px = self._theme.px
        self._flow.setSpacing(px(8))
        self._column.setContentsMargins(px(16), px(10), px(16), px(10))


def deeds_for(about: About, edition: Edition) -> frozenset[str]:
    """Return which deeds make sense with a version of a document, for this person.

    Whoever opens the place of a change that nobody confirmed gets what was confirmed.
    """
    is_current = edition == about.current
    open_to_confirm = bool(edition.path) and edition.state not in (State.CURRENT, *PAST)
    possible = {
        texts.COMPARE: pair_of(about, edition) is not None,
        texts.OPEN_VERSION: bool(edition.path) and not is_current and not edition.is_change,
        texts.CONFIRM: about.may_change and open_to_confirm,
        texts.PUT_FORWARD: about.may_change and open_to_confirm and not edition.recorded,
        texts.RESTORE: about.may_change and edition.recorded and edition.state in PAST,
    }
    return frozenset(name for name, can in possible.items() if can)


def pair_of(about: About, edition: Edition) -> tuple[Edition, Edition] | None:
    """Return the older and the newer version to put side by side; None where there is only one.

    A version stands beside the current one; the current one beside the one before.
    """
    if about.current is None:
        return None
    if edition != about.current:
        return edition, about.current
    earlier = about.editions[about.head + 1 :] or about.editions[: about.head]
    return (earlier[0], edition) if earlier else None
