"""Files that are opened once for all that is asked of them, and then forgotten."""

from collections.abc import Iterator
from contextlib import contextmanager

from indexers.containers.compound import compound_in
from indexers.containers.zipped import package_in


@contextmanager
def opened_once() -> Iterator[None]:
    """Hold nothing of a file any more when the block ends."""
    try:
        yield
    finally:
        package_in.cache_clear()
        compound_in.cache_clear()
