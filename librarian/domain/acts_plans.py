"""Plans as acts: what was agreed, before the first move; what came of it; what was undone.

And the one act that destroys: somebody asks for it, and somebody else agrees.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from librarian.domain.ledger import Json
from librarian.domain.plans import Change, change_payload, changes_from


@dataclass(frozen=True, slots=True)
class Agreed:
    """These changes are about to be made, as one; `undoes` is the plan or act it takes back."""

    plan: str
    changes: tuple[Change, ...]
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """An agreed plan came to its end.

    `done` are the numbers of changes that were made; `failed` those that were not, each with
    why. `entries` are the acts that were put on record for some, by number. `withdrawn` are acts
    that do not count any more.
    """

    intent: str
    done: tuple[int, ...] = ()
    failed: tuple[tuple[int, str], ...] = ()
    entries: tuple[tuple[int, str], ...] = ()
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisposeAsked:
    """Somebody asks that a file in the archive is destroyed for good; another must agree."""

    path: str
    sha256: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Disposed:
    """Two people agreed, and the bytes are gone; what was in them and where is not said."""

    asked: str
    sha256: str
    first: str = ""


@dataclass(frozen=True, slots=True)
class DisposeDropped:
    """What somebody asked to have destroyed is kept after all."""

    asked: str
    note: str = ""


def agreed_payload(act: Agreed) -> dict[str, Json]:
    """Return what the ledger keeps of it."""
    told: dict[str, Json] = {
        "plan": act.plan,
        "changes": [change_payload(each) for each in act.changes],
    }
    return {**told, "undoes": act.undoes} if act.undoes else told


def agreed_from(payload: Mapping[str, Json]) -> Agreed | None:
    """Return the act that a payload tells of, or None where it cannot be understood."""
    plan, undoes = payload.get("plan"), payload.get("undoes", "")
    changes = changes_from(payload.get("changes"))
    if not isinstance(plan, str) or not isinstance(undoes, str) or changes is None:
        return None
    return Agreed(plan, changes, undoes)


def carried_payload(act: Carried) -> dict[str, Json]:
    """Return what the ledger keeps of it; runs of numbers are kept by their ends."""
    told: dict[str, Json] = {
        "intent": act.intent,
        "done": [list(each) for each in _runs(act.done)],
        "failed": [[number, why] for number, why in act.failed],
        "entries": [[number, entry] for number, entry in act.entries],
        "withdrawn": list(act.withdrawn),
    }
    return {name: value for name, value in told.items() if value}


def carried_from(payload: Mapping[str, Json]) -> Carried | None:
    """Return the act that a payload tells of, or None where it cannot be understood."""
    intent = payload.get("intent")
    if not isinstance(intent, str) or not intent:
        return None
    runs = [each for each in _pairs(payload.get("done")) if isinstance(each[1], int)]
    done = tuple(number for first, last in runs for number in range(first, int(str(last)) + 1))
    withdrawn = payload.get("withdrawn", ())
    listed = withdrawn if isinstance(withdrawn, (list, tuple)) else ()
    return Carried(
        intent,
        done,
        tuple((number, str(why)) for number, why in _pairs(payload.get("failed"))),
        tuple((number, str(entry)) for number, entry in _pairs(payload.get("entries"))),
        tuple(each for each in listed if isinstance(each, str)),
    )


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _pairs(value: Json) -> list[tuple[int, Json]]:
    if not isinstance(value, (list, tuple)):
        return []
    return [
        (each[0], each[1])
        for each in value
        if isinstance(each, (list, tuple)) and len(each) == 2 and isinstance(each[0], int)  # noqa: PLR2004 - a pair
    ]
