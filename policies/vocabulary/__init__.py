"""The words of the field as data, and how a team's own words are laid over them."""

from policies.vocabulary.loading import field_words, load

__all__ = ["field_words", "load"]
