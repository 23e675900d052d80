"""All that the list of forms shows, asked for in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from librarian.domain.errors import LibrarianError

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.form_desk import Draft, FormDesk, Listed
    from librarian.application.forms.team_drafts import TeamDraft
    from librarian.domain.forms.carrying_over import LastTime


@dataclass(frozen=True, slots=True)
class TeamFound:
    """What lies in the team's folder: who can open it, or why nobody can look just now."""

    is_there: bool = False
    drafts: tuple[TeamDraft, ...] = ()
    people: tuple[str, ...] = ()
    trouble: LibrarianError | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The forms there are, what was begun, and what is known."""

    forms: tuple[Listed, ...] = ()
    drafts: tuple[Draft, ...] = ()
    is_locked: bool = False
    case_system: str = ""
    last_times: tuple[LastTime, ...] = ()
    team: TeamFound = TeamFound()


def found_at(desk: FormDesk) -> Found:
    """Return what there is at a desk."""
    team = _team(desk)
    shared = {each.id for each in team.drafts if each.gone is None}
    return Found(
        forms=desk.forms(),
        drafts=tuple(each for each in desk.drafts() if each.id not in shared),
        is_locked=desk.is_locked(),
        case_system=desk.knowing.case_system(),
        last_times=desk.last_times(),
        team=team,
    )


def _team(desk: FormDesk) -> TeamFound:
    if not desk.team.is_there():
        return TeamFound()
    try:
        return TeamFound(True, desk.team.all(), desk.team.people())
    except LibrarianError as error:
        return TeamFound(True, trouble=error)
