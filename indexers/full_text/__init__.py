"""The full-text index: tantivy holds and searches it, one process writes, any may read."""

from indexers.full_text.reading import FullTextReader
from indexers.full_text.writing import FullTextIndex

__all__ = ["FullTextIndex", "FullTextReader"]
