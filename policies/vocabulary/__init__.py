"""The words of the field as data, and how a team's own words are laid over them."""

from policies.vocabulary.loading import load

__all__ = ["load"]
