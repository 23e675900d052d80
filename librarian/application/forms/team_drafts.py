"""Half-filled forms in the team's restricted folder, where a colleague or the manager carries on.

Each lies there as parts that never change, sealed for the team's computers. Two people who go on
with one form at the same time are told so, and each keeps what they wrote.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from librarian.application.forms.filling import Clerk
from librarian.application.forms.known_facts import said_case
from librarian.application.forms.sealed import TeamPart, TeamPlace
from librarian.application.forms.sheet import Sheet
from librarian.application.forms.sheet_keeping import packed, unpacked
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition

_MILLISECONDS = 1000
GRACE = timedelta(days=7)
"""How long a draft that was deleted can be put back."""


@dataclass(frozen=True, slots=True)
class TeamDraft:
    """A form that somebody of the team has begun: whose hands it was in last, and when."""

    id: str
    form: str
    title: str
    case: str
    who: str
    kept: datetime
    outdated: bool = False
    gone: date | None = None
    """Until when it can be put back, where somebody deleted it."""


@dataclass(frozen=True, slots=True)
class HandedOn:
    """A sheet that lies with the team by now; or `elsewhere` is who went on with it meanwhile.

    `is_gone` tells that they did not go on with it, but deleted it.
    """

    sheet: Sheet
    elsewhere: str = ""
    is_gone: bool = False


class TeamDrafts:
    """The drafts of one team; `place` is None while no folder was chosen, or no key is there."""

    def __init__(
        self,
        place: Callable[[], TeamPlace | None],
        clerk: Clerk,
        clock: Clock,
        span: Callable[[FormDefinition | None], timedelta],
    ) -> None:
        self._place_of = place
        self._clerk = clerk
        self._clock = clock
        self._span = span

    def is_there(self) -> bool:
        """Whether there is a folder to share drafts in."""
        return self._place_of() is not None

    def people(self) -> tuple[str, ...]:
        """Whose computers can open what is shared."""
        place = self._place_of()
        return place.people() if place else ()

    def all(self) -> tuple[TeamDraft, ...]:
        """All that open here, the last first; those that expired are gone.

        Raises LibrarianError where the folder is away, or open to everybody.
        """
        if self._place_of() is None:
            return ()
        place, forms = self._place(), {each.id: each for each in self._clerk.forms()}
        found = []
        for name in place.names():
            parts = place.look(name).parts
            draft = _draft(name, _latest(parts), forms) if parts else None
            if draft is None:
                continue
            span = self._span(forms.get(draft.form))
            if self._today() > (draft.gone or draft.kept.date() + span):
                place.forget(name)
                continue
            _open_for_all(place, name, parts)
            found.append(draft)
        return tuple(sorted(found, key=lambda each: (each.kept, each.id), reverse=True))

    def open(self, name: str) -> tuple[Sheet, ...]:
        """The sheet of a draft; more than one where several went on with it at the same moment.

        Raises LibrarianError where it is not there any more.
        """
        parts = self._place().look(name).parts
        if not parts or _is_gone(parts):
            raise _not_there()
        seen = _seen(parts)
        return tuple(replace(self._sheet(name, each), shared=seen) for each in _living(parts))

    def _sheet(self, name: str, part: TeamPart) -> Sheet:
        form = self._clerk.form(str(part.content.get("form")))
        if form.version != part.content.get("version"):
            raise LibrarianError("The form has a new version.", "Begin it anew.")
        kept = part.content.get("sheet")
        return unpacked(Sheet(name, form), kept if isinstance(kept, Mapping) else {})

    def is_seen(self, sheet: Sheet) -> bool:
        """Whether nobody has gone on with it since this sheet was shared or opened."""
        parts = self._place().look(sheet.id).parts
        return not _unseen(parts, sheet.shared or {})

    def hand_on(self, sheet: Sheet) -> HandedOn:
        """Put a sheet there as it is now.

        Raises LibrarianError where the folder is away, or open to everybody.
        """
        place = self._place()
        known = sheet.shared or {}
        others = _unseen(place.look(sheet.id).parts, known)
        if others:
            last = max(others, key=lambda part: part.at)
            return HandedOn(sheet, _writer(last) or "Somebody", is_gone=_is_gone(tuple(others)))
        content = {
            "form": sheet.form.id,
            "version": sheet.form.version,
            "case": said_case(sheet),
            "sheet": packed(replace(sheet, shared=None)),
        }
        return HandedOn(replace(sheet, shared=dict(place.put(sheet.id, content, known))))

    def forget(self, name: str) -> None:
        """Take a draft away for everybody. Raises LibrarianError where the folder is away."""
        self._place().forget(name)

    def delete(self, name: str) -> None:
        """Take a draft out of everybody's list; it can be put back for some days.

        Raises LibrarianError where it is not there, or several went on with it at once.
        """
        self._mark(name, gone=True)

    def put_back(self, name: str) -> None:
        """Put a draft that was deleted back into everybody's list. Raises LibrarianError."""
        self._mark(name, gone=False)

    def writer(self, name: str) -> str:
        """Who wrote in a draft last."""
        parts = self._place().look(name).parts
        return _writer(_latest(parts)) if parts else ""

    def _mark(self, name: str, *, gone: bool) -> None:
        place = self._place()
        parts = place.look(name).parts
        if not parts:
            raise _not_there()
        if len(_living(parts)) > 1:
            raise LibrarianError(
                "Two of you went on with this form at once.", "Carry on with it first, then delete."
            )
        content = {**_latest(parts).content, "gone": gone}
        content.pop("wrote", None)
        place.put(name, content, _seen(parts))

    def _place(self) -> TeamPlace:
        place = self._place_of()
        if place is None:
            raise LibrarianError(
                "No working folder was chosen yet.",
                "Choose your team’s working folder on the page Together, then try again.",
            )
        place.check()
        return place

    def _today(self) -> date:
        return self._clock.now().date()


def _draft(name: str, part: TeamPart, forms: Mapping[str, FormDefinition]) -> TeamDraft | None:
    form = forms.get(str(part.content.get("form")))
    if form is None:
        return None
    kept = datetime.fromtimestamp(_wrote_at(part) / _MILLISECONDS, UTC)
    return TeamDraft(
        id=name,
        form=form.id,
        title=form.title,
        case=str(part.content.get("case", "")),
        who=_writer(part),
        kept=kept,
        gone=kept.date() + GRACE if _is_gone((part,)) else None,
        outdated=form.version != part.content.get("version"),
    )


def _writer(part: TeamPart) -> str:
    """Who wrote it, though somebody else may have sealed it anew."""
    wrote = part.content.get("wrote")
    return str(wrote[0]) if isinstance(wrote, list) and wrote else part.who


def _wrote_at(part: TeamPart) -> int:
    wrote = part.content.get("wrote")
    at = wrote[-1] if isinstance(wrote, list) and wrote else None
    return at if isinstance(at, int) else part.at


def _is_gone(parts: tuple[TeamPart, ...]) -> bool:
    """Whether it was deleted, and nobody went on with it who did not know of that."""
    return bool(parts) and not _living(parts)


def _living(parts: tuple[TeamPart, ...]) -> list[TeamPart]:
    """The heads that are no deletion, the last first."""
    return [part for part in _heads(parts) if part.content.get("gone") is not True]


def _latest(parts: tuple[TeamPart, ...]) -> TeamPart:
    """What was written last and not deleted; the deletion where that is all there is."""
    return (_living(parts) or _heads(parts))[0]


def _not_there() -> LibrarianError:
    return LibrarianError("This form is not there any more.", "Look at the list again.")


def _heads(parts: tuple[TeamPart, ...]) -> list[TeamPart]:
    """The parts that no other part knew of, the last first, on every computer alike."""
    left = [
        part
        for part in parts
        if not any(each.seen.get(part.by, 0) >= part.revision for each in parts if each is not part)
    ]
    return sorted(left, key=lambda part: (part.at, part.by, part.revision), reverse=True)


def _seen(parts: tuple[TeamPart, ...]) -> dict[str, int]:
    seen: dict[str, int] = {}
    for part in parts:
        for by, revision in {**part.seen, part.by: part.revision}.items():
            seen[by] = max(revision, seen.get(by, 0))
    return seen


def _unseen(parts: tuple[TeamPart, ...], known: Mapping[str, int]) -> list[TeamPart]:
    return [part for part in parts if part.revision > known.get(part.by, 0)]


def _open_for_all(place: TeamPlace, name: str, parts: tuple[TeamPart, ...]) -> None:
    """Seal a draft anew where somebody has joined whose computer cannot open it."""
    heads = _heads(parts)
    if len(heads) == 1 and place.readers() - heads[0].readers:
        wrote = [_writer(heads[0]), _wrote_at(heads[0])]
        place.put(name, {**heads[0].content, "wrote": wrote}, _seen(parts))
