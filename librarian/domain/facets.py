"""For whom a resource is, as the vocabulary tells; apart, since a window needs it to begin."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facets:
    """What direct-work and community resources are for, as recognised by the vocabulary."""

    ages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
