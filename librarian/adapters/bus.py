"""An event bus within one process; a listener that fails is logged and the others go on."""

import logging
from collections.abc import Callable

from librarian.domain.events import Event

_log = logging.getLogger(__name__)


class LocalBus:
    """Calls each listener in the publisher's thread, in the order they subscribed."""

    def __init__(self) -> None:
        self._listeners: tuple[Callable[[Event], None], ...] = ()

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Have listener called with every event from now on."""
        self._listeners = (*self._listeners, listener)

    def publish(self, event: Event) -> None:
        """Tell every listener."""
        for listener in self._listeners:
            try:
                listener(event)
            except Exception:  # noqa: BLE001 - the other listeners still want to know
                _log.exception("A listener failed on %s.", type(event).__name__)
