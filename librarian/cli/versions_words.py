"""The answers about versions as people read them in a terminal."""

from collections.abc import Callable, Mapping
from typing import Any, Final

Answer = dict[str, Any]


def _done(answer: Answer) -> str:
    return f"{answer['path']} is {answer['label']} now ({answer['status']})."


def _history(answer: Answer) -> str:
    return "\n".join(map(_row, answer["versions"])) or "None was in force then."


def _row(row: Answer) -> str:
    if row["status"] is None:
        return f"{row['label'] or '-':12} not confirmed  {row['path']}  {row['note']}"
    until = f" until {row['to'][:10]}" if row["to"] else ""
    told = f"{row['label']:12} {row['status']:11} {row['from'][:10]}{until}  {row['who']}"
    return f"{told}  {row['note']}" if row["note"] else told


def _compared(answer: Answer) -> str:
    if answer["same"]:
        return "They are the same."
    if not answer["changes"]:
        return "Their words are the same; they differ in looks or pictures."
    lines = []
    for each in answer["changes"]:
        lines += [f"- {each['before']}"] if each["before"] else []
        lines += [f"+ {each['after']}"] if each["after"] else []
        lines.append("")
    return "\n".join(lines)


def _checked(answer: Answer) -> str:
    if answer["ok"]:
        return f"All {answer['objects']:,} recorded versions are sound."
    return "\n".join(f"{each['what']} {each['where']}" for each in answer["problems"])


WORDS: Final[Mapping[str, Callable[[Answer], str]]] = {
    **dict.fromkeys(("publish", "approve", "restore", "hold", "archive"), _done),
    "history": _history,
    "compare": _compared,
    "versions": _checked,
}
