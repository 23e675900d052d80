"""The Inbox in the rail; its other words wait until it is gone to."""

from typing import Final

KEY: Final = "inbox"
TITLE: Final = "Inbox"
