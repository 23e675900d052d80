"""The answers of the command `team` as people read them in a terminal."""

from typing import Any


def in_words(answer: dict[str, Any]) -> str:
    """Return what the team does with forms as people read it."""
    if "shares" in answer:
        return "\n".join(_share(share) for share in answer["shares"])
    if "counts" in answer:
        lines = [f"{answer['entries']} entries in {answer['month']}"]
        for count in answer["counts"]:
            said = ", ".join(f"{words} {number}" for words, number in count["answers"])
            lines.append(f"{count['question']} {said}")
        return "\n".join([*lines, *answer["suggestions"]])
    if "forms" in answer:
        return "\n".join(f"{each['form']}  {each['case']}" for each in answer["forms"])
    return "\n".join(f"{name}: {value}" for name, value in answer.items())


def _share(share: dict[str, Any]) -> str:
    state = "done" if share["done"] and not share["open"] else "waits"
    lacking = f"; still open: {', '.join(share['open'])}" if share["open"] else ""
    return f"{share['title']}: {state}, {share['answered']} answered{lacking}"
