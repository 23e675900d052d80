"""A sheet as its draft keeps it, and back again; whatever cannot be understood is left out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from librarian.application.forms.sheet import Sheet
from librarian.domain.forms.cases import Prefilled
from librarian.domain.forms.form import Spot
from librarian.domain.forms.visibility import MISSING, value_at


def packed(sheet: Sheet) -> dict[str, object]:
    """Return a sheet as its draft keeps it."""
    known = [
        {
            "spot": list(each.spot),
            "as_of": each.as_of.isoformat() if each.as_of else "",
            "stale": each.stale,
            "source": each.source,
        }
        for each in sheet.known
        if value_at(sheet.answers, each.spot) == each.value
    ]
    return {
        "answers": dict(sheet.answers),
        "confirmed": sorted(sheet.confirmed),
        "known": known,
        "source": sheet.source,
        "shared": None if sheet.shared is None else dict(sheet.shared),
        "apart": sheet.apart,
    }


def unpacked(sheet: Sheet, kept: Mapping[str, object]) -> Sheet:
    """Return an empty sheet with what a draft kept of it."""
    answers, confirmed, known = kept.get("answers"), kept.get("confirmed"), kept.get("known")
    filled = replace(sheet, answers=dict(answers) if isinstance(answers, Mapping) else {})
    found = (_known(filled, each) for each in (known if isinstance(known, list) else ()))
    return replace(
        filled,
        confirmed=frozenset(map(str, confirmed)) if isinstance(confirmed, list) else frozenset(),
        known=tuple(each for each in found if each),
        source=str(kept.get("source", "")),
        shared=_counts(kept.get("shared")),
        apart=str(kept.get("apart") or ""),
    )


def _counts(kept: object) -> dict[str, int] | None:
    if not isinstance(kept, Mapping):
        return None
    return {str(by): number for by, number in kept.items() if isinstance(number, int)}


def _known(sheet: Sheet, kept: object) -> Prefilled | None:
    if not isinstance(kept, Mapping) or not isinstance(kept.get("spot"), list):
        return None
    spot: Spot = tuple(kept["spot"])
    value = value_at(sheet.answers, spot)
    as_of = str(kept.get("as_of", ""))
    if value is MISSING:
        return None
    return Prefilled(
        spot,
        value,
        date.fromisoformat(as_of) if as_of else None,
        kept.get("stale") is not False,
        str(kept.get("source", "")),
    )
