"""Should you invite us? The charter's own rules, asked in four questions, answered kindly.

What the rules say is data of the charter; here is only in which order they count: a child who is
not safe comes before all else, then what the team has said of such meetings, then the clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from librarian.domain.charter.protected import AN_HOUR, ProtectedTime, protected_time_of


class Verdict(StrEnum):
    """What the team answers."""

    RING = "ring"
    COME = "come"
    MORNING = "morning"
    NOTE = "note"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MeetingRule:
    """What the charter says of one kind of meeting."""

    meeting: str
    verdict: Verdict
    adds: str
    instead: str


@dataclass(frozen=True, slots=True)
class InviteRules:
    """All that the charter says of being invited."""

    team: str
    meetings: tuple[MeetingRule, ...]
    decides: str
    note: str
    decline: str
    contact: str
    urgent: str
    time: ProtectedTime


@dataclass(frozen=True, slots=True)
class Invitation:
    """What somebody says of their meeting; None is “not answered”."""

    rule: MeetingRule | None = None
    unsafe: bool = False
    adds: bool | None = None
    note_would_do: bool | None = None
    day: date | None = None
    starts: time | None = None
    minutes: int = AN_HOUR


@dataclass(frozen=True, slots=True)
class Reply:
    """The team's answer: what, why, whose answer it is, and words to send."""

    verdict: Verdict
    why: tuple[str, ...]
    whose: str
    words: str


def rules_of(answers: Mapping[str, object]) -> InviteRules:
    """Return the rules that a charter's answers hold."""
    team, invite = _group(answers, "team"), _group(answers, "invite")
    given = invite.get("meetings")
    return InviteRules(
        team=str(team.get("name", "")),
        meetings=tuple(_rule(each) for each in (given if isinstance(given, list) else ())),
        decides=str(invite.get("decides", "")),
        note=str(invite.get("note", "")),
        decline=str(invite.get("decline", "")),
        contact=str(team.get("contact", "")),
        urgent=str(team.get("urgent", "")),
        time=protected_time_of(answers),
    )


def answered(rules: InviteRules, asked: Invitation) -> Reply:
    """Return the team's answer to an invitation, with the words to send."""
    verdict = _verdict(rules, asked)
    why = tuple(filter(None, _reasons(rules, asked, verdict)))
    return Reply(verdict, why, rules.decides, _words(rules, asked, verdict))


def is_protected(rules: InviteRules, asked: Invitation) -> bool:
    """Whether the meeting is known to fall into protected time."""
    known = asked.day is not None and asked.starts is not None
    return known and rules.time.covers(
        asked.day or date.min, asked.starts or time.min, asked.minutes
    )


def _verdict(rules: InviteRules, asked: Invitation) -> Verdict:
    if asked.unsafe:
        return Verdict.RING
    said = asked.rule.verdict if asked.rule else Verdict.COME
    if said is Verdict.OTHER:
        return Verdict.OTHER
    # What only a person of the team can add outweighs the rule for such meetings.
    if asked.note_would_do or asked.adds is False or (said is Verdict.NOTE and not asked.adds):
        return Verdict.NOTE
    return Verdict.MORNING if is_protected(rules, asked) else Verdict.COME


def _reasons(rules: InviteRules, asked: Invitation, verdict: Verdict) -> tuple[str, ...]:
    rule = asked.rule
    clock = f"We are with children from {rules.time.spoken}."
    mornings = f"Meetings are welcome from {rules.time.meetings_spoken}."
    match verdict:
        case Verdict.RING:
            return "A child who is not safe comes first, at any hour.", rules.urgent
        case Verdict.MORNING:
            return clock, mornings
        case Verdict.NOTE:
            disagrees = rule and rule.verdict is Verdict.COME
            told = (
                "You say that a note would do, or that we would add nothing." if disagrees else ""
            )
            return (told or (rule.adds if rule else ""), rules.note)
        case _:
            return (rule.adds, rule.instead) if rule else (rules.decides,)


def _words(rules: InviteRules, asked: Invitation, verdict: Verdict) -> str:
    rule = asked.rule
    meeting = f" ({rule.meeting[:1].lower()}{rule.meeting[1:]})" if rule else ""
    instead = rule.instead if rule else ""
    other_time = (
        f"From {rules.time.spoken} we are with children and young people. Could it be between"
        f" {rules.time.meetings_spoken}? If it cannot, you get a note from us."
    )
    lines = {
        Verdict.RING: (f"Please ring us now rather than write. {rules.urgent}",),
        Verdict.COME: (f"Thank you for inviting us{meeting}. Yes, we will be there.", instead),
        Verdict.MORNING: (
            f"Thank you for inviting us{meeting}. We would like to come.",
            other_time,
        ),
        Verdict.NOTE: (rules.decline, f"Instead, we send you a note. {rules.note}", instead),
        Verdict.OTHER: (rules.decline, instead, "If that does not help, ask us for a note."),
    }[verdict]
    closing = "" if verdict is Verdict.RING else rules.contact
    return "\n\n".join(filter(None, ("Hello,", *lines, closing, rules.team)))


def _rule(given: object) -> MeetingRule:
    row = given if isinstance(given, Mapping) else {}
    said = str(row.get("answer", ""))
    return MeetingRule(
        meeting=str(row.get("meeting", "")),
        verdict=Verdict(said) if said in set(Verdict) else Verdict.COME,
        adds=str(row.get("adds", "")),
        instead=str(row.get("instead", "")),
    )


def _group(answers: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = answers.get(name)
    return found if isinstance(found, Mapping) else {}
