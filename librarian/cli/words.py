"""The answers of commands as people read them in a terminal."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

from librarian.cli.charter_words import charter
from librarian.cli.disposing import in_words as dispose
from librarian.cli.documents import in_words as documents
from librarian.cli.forms_words import filled, listed
from librarian.cli.minutes_words import minutes
from librarian.cli.plans import WORDS as PLANS
from librarian.cli.referrals_words import WORDS as REFERRALS
from librarian.cli.rules_words import WORDS as RULE_WORDS
from librarian.cli.steward import in_words as steward
from librarian.cli.team_words import in_words as team
from librarian.cli.versions_words import WORDS


def in_words(command: str, answer: dict[str, Any]) -> str:
    """Return the answer of a command in plain words."""
    said = {**WORDS, **RULE_WORDS, **REFERRALS, **_WORDS}.get(command, _facts)
    return said(answer)


def _facts(answer: dict[str, Any]) -> str:
    return "\n".join(f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in answer.items())


def _adopted(answer: dict[str, Any]) -> str:
    keepers = ", ".join(answer["curators"])
    alone = " Name a second person: curators add NAME." if len(answer["curators"]) == 1 else ""
    return f"{answer['name']} is looked after now, by {keepers}.{alone}"


def _found(answer: dict[str, Any]) -> str:
    lines = [f"{answer['total']:,} found in {answer['took_ms']:.0f} ms"]
    if answer["corrected"]:
        lines.append(f"showing results for “{' '.join(answer['corrected'])}”")
    if answer["also"]:
        lines.append(f"also searching: {', '.join(answer['also'])}")
    for hit in answer["hits"]:
        lines.append(f"\n{hit['title']}\n  {hit['path']}{_state(hit)}")
        if hit["snippet"]:
            lines.append(f"  {' '.join(hit['snippet'].split())}")
        lines += [f"    {part['points']:8.3f}  {part['what']}" for part in hit.get("why", ())]
    return "\n".join(lines)


def _state(hit: dict[str, Any]) -> str:
    said = _STATES.get(hit["state"], "")
    told = ", ".join(filter(None, (said, _others(len(hit["versions"])))))
    return f"\n  {told}" if told else ""


def _others(count: int) -> str:
    if count == 1:
        return "1 other version or copy"
    return f"{count} other versions and copies" if count else ""


_STATES: Final = {
    "current": "current, confirmed",
    "looks-newest": "looks like the latest, not confirmed yet",
    "looks-older": "there is a later one",
    "draft": "draft",
    "superseded": "replaced",
    "archived": "archived",
}


def _scanned(answer: dict[str, Any]) -> str:
    reasons = Counter(entry["reason"] for entry in answer["without_text"])
    lines = [f"The drive is at {answer['drive']}"] if "drive" in answer else []
    counted = (
        f"{answer['files']:,} files: {answer['new']:,} new, {answer['changed']:,} changed,"
        f" {answer['missing']:,} no longer seen, {answer['unreachable']:,} can't be opened"
    )
    lines += [
        counted,
        f"{answer['with_text']:,} have text; {len(answer['without_text']):,} have none:",
    ]
    lines += [f"  {count:5,}  {reason}" for reason, count in reasons.most_common()]
    return "\n".join([*lines, f"{answer['seconds']:.1f} seconds"])


def _curators(answer: dict[str, Any]) -> str:
    names = ", ".join(answer["curators"])
    lines = [f"This drive is looked after by {names}." if names else "Nobody looks after it."]
    lines += [
        f"{each['who']} took over on {each['on'][:10]}: {each['because']}"
        for each in answer["taken_over"]
    ]
    lines += answer["questions"]
    lines += [f"This changed nothing: {each['what']}" for each in answer["refused"]]
    return "\n".join(lines)


def _ledger(answer: dict[str, Any]) -> str:
    count = answer["entries"]
    lines = [f"{count:,} acts are on record." if count != 1 else "1 act is on record."]
    if answer["ok"]:
        lines.append("Nothing is wrong.")
    lines += [f"{each['where']}: {each['what']}" for each in answer["problems"]]
    return "\n".join(lines)


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value in (None, "") else str(value)


_WORDS: Final[Mapping[str, Callable[[dict[str, Any]], str]]] = {
    "find": _found,
    "documents": documents,
    "scan": _scanned,
    "demo": _scanned,
    "adopt": _adopted,
    "curators": _curators,
    "ledger": _ledger,
    "charter": charter,
    "forms": listed,
    "minutes": minutes,
    "team": team,
    "fill": filled,
    **PLANS,
    "steward": steward,
    "dispose": dispose,
}
