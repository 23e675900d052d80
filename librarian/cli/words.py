"""The answers of commands as people read them in a terminal."""

from collections import Counter
from typing import Any


def in_words(command: str, answer: dict[str, Any]) -> str:
    """Return the answer of a command in plain words."""
    if command == "find":
        return _found(answer)
    if command in ("scan", "demo"):
        return _scanned(answer)
    if command == "adopt":
        keepers = ", ".join(answer["curators"])
        return f"{answer['name']} is looked after now, by {keepers}."
    return "\n".join(f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in answer.items())


def _found(answer: dict[str, Any]) -> str:
    lines = [f"{answer['total']:,} found in {answer['took_ms']:.0f} ms"]
    if answer["also"]:
        lines.append(f"also searching: {', '.join(answer['also'])}")
    for hit in answer["hits"]:
        lines.append(f"\n{hit['title']}\n  {hit['path']}")
        if hit["snippet"]:
            lines.append(f"  {' '.join(hit['snippet'].split())}")
        lines += [f"    {part['points']:8.3f}  {part['what']}" for part in hit.get("why", ())]
    return "\n".join(lines)


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


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value in (None, "") else str(value)
