"""The answers of the command `charter` as people read them in a terminal."""

from typing import Any


def charter(answer: dict[str, Any]) -> str:
    """Return the charter, what was made of it, or whether to invite the team."""
    if "files" in answer:
        return "\n".join(answer["files"])
    if "verdict" in answer:
        lines = [answer["said"], *answer["why"], f"Whose answer: {answer['whose']}"]
        return "\n".join([*lines, "", answer["words"]])
    if answer["current"] is None and answer["draft"] is None:
        return "There is no charter on this drive yet."
    lines = [_headed(answer), ""]
    for number, section in enumerate(answer["sections"], start=1):
        lines += [f"{number}. {section['title']}", *(f"   {x}" for x in section["lines"]), ""]
    return "\n".join(lines).rstrip()


def _headed(answer: dict[str, Any]) -> str:
    current, draft = answer["current"], answer["draft"]
    if current and current["who"]:
        told = f"Confirmed by {current['who']}, {current['label']}."
    else:
        told = "Nobody has confirmed it yet."
    return f"{told} {draft['label']} is put forward." if draft else told
