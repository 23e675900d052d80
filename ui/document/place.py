"""The Document page among the others; its other words wait until it is gone to."""

from typing import Final

KEY: Final = "document"
TITLE: Final = "All about this document"
