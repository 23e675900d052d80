"""The answers about versions as people read them in a terminal."""

from collections.abc import Callable, Mapping
from typing import Any, Final

Answer = dict[str, Any]


def _done(answer: Answer) -> str:
    return f"{answer['path']} is {answer['label']} now ({answer['status']})."


def _history(answer: Answer) -> str:
    lines = []
    for each in answer["versions"]:
        until = f" until {each['to'][:10]}" if each["to"] else ""
        lines.append(
            f"{each['label']:12} {each['status']:11} {each['from'][:10]}{until}  {each['who']}"
            + (f"  {each['note']}" if each["note"] else "")
        )
    return "\n".join(lines) or "None was in force then."


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
