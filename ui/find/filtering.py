"""The filters on offer: what each is called, what may be chosen, and what is; pure values."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from librarian.domain.kinds import Kind
from librarian.domain.paths import name_of, printable
from librarian.domain.searching import Age, Counts, Filters
from ui.find import texts

_SHOWN: Final = 2


@dataclass(frozen=True, slots=True)
class Facet:
    """One kind of filter: its name, its field in Filters and Counts, how its values are said."""

    name: str
    field: str
    spoken: Callable[[str], str]
    put: Callable[[Filters, tuple[str, ...]], Filters]

    def chosen(self, filters: Filters) -> tuple[str, ...]:
        """The values chosen now, in order."""
        value: frozenset[str] | Age | None = getattr(filters, self.field)
        if isinstance(value, frozenset):
            return tuple(sorted(value, key=self.spoken))
        return (value,) if value else ()

    def choose(self, filters: Filters, values: tuple[str, ...]) -> Filters:
        """Filters with just these values of this kind."""
        return self.put(filters, values)

    def toggle(self, filters: Filters, value: str) -> Filters:
        """Filters with value chosen if it was not, and the other way round."""
        chosen = self.chosen(filters)
        if value in chosen:
            return self.choose(filters, tuple(each for each in chosen if each != value))
        return self.choose(filters, (*chosen, value))

    def offered(self, counts: Counts, filters: Filters) -> tuple[tuple[str, int], ...]:
        """What may be chosen and how many results each leaves; what is chosen stays on offer."""
        counted: tuple[tuple[str, int], ...] = getattr(counts, self.field)
        known = {value for value, _ in counted}
        return counted + tuple((each, 0) for each in self.chosen(filters) if each not in known)

    def summary(self, filters: Filters) -> str:
        """What is chosen, as the chip says it."""
        chosen = [self.spoken(value) for value in self.chosen(filters)]
        if len(chosen) > _SHOWN:
            return f"{chosen[0]} + {len(chosen) - 1}"
        return ", ".join(chosen)


def _as_it_is(value: str) -> str:
    return value


def _folder(value: str) -> str:
    return printable(name_of(value)) or texts.TOP


def _kind(value: str) -> str:
    return texts.KINDS[Kind(value)]


def _age(value: str) -> str:
    return texts.AGES[Age(value)]


def _put_kinds(filters: Filters, values: tuple[str, ...]) -> Filters:
    return replace(filters, kinds=frozenset(map(Kind, values)))


def _put_folders(filters: Filters, values: tuple[str, ...]) -> Filters:
    return replace(filters, folders=frozenset(values))


def _put_ages(filters: Filters, values: tuple[str, ...]) -> Filters:
    return replace(filters, ages=frozenset(values))


def _put_themes(filters: Filters, values: tuple[str, ...]) -> Filters:
    return replace(filters, themes=frozenset(values))


def _put_languages(filters: Filters, values: tuple[str, ...]) -> Filters:
    return replace(filters, languages=frozenset(values))


def _put_changed(filters: Filters, values: tuple[str, ...]) -> Filters:
    """A file was changed at one time: the last choice is the one that counts."""
    return replace(filters, changed=Age(values[-1]) if values else None)


FACETS: Final = (
    Facet(texts.FACET_TYPE, "kinds", _kind, _put_kinds),
    Facet(texts.FACET_FOLDER, "folders", _folder, _put_folders),
    Facet(texts.FACET_AGE, "ages", _as_it_is, _put_ages),
    Facet(texts.FACET_THEME, "themes", _as_it_is, _put_themes),
    Facet(texts.FACET_LANGUAGE, "languages", _as_it_is, _put_languages),
    Facet(texts.FACET_CHANGED, "changed", _age, _put_changed),
)


def narrowed_to(filters: Filters) -> tuple[str, ...]:
    """What a search is narrowed to, in words: ``type Word``, ``folder Forms``."""
    return tuple(
        f"{facet.name.lower()} {facet.summary(filters)}"
        for facet in FACETS
        if facet.chosen(filters)
    )
