"""The answers of the command `minutes` as people read them in a terminal."""

from typing import Any


def minutes(answer: dict[str, Any]) -> str:
    """Return what is kept, what was made, what is not clear, or what became of each action."""
    if "meetings" in answer:
        lines = [_meeting(each) for each in answer["meetings"]]
        lines += [f"{each['id']}  {each['what']}. {each['remedy']}" for each in answer["damaged"]]
        return "\n".join(lines) or "There are no minutes yet."
    if "remarks" in answer:
        return _checked(answer)
    if "unplaced" in answer:
        lines = [f"{each['where']}: {each['text']}" for each in answer["unplaced"]]
        return "\n".join([f"{answer['boxes']} boxes were read.", *_headed("No box for:", lines)])
    if "items" in answer:
        return "\n".join(_item(each) for each in answer["items"]) or "There is nothing yet."
    if "files" in answer:
        return _written(answer)
    return f"{answer['deleted']} were deleted." if "deleted" in answer else _meeting(answer)


def _written(answer: dict[str, Any]) -> str:
    told = [f"{each['what']}\n  {each['remedy']}" for each in answer.get("problems", [])]
    letter = [answer["letter"]] if answer.get("letter") else []
    return (
        "\n".join([*told, *answer["files"], *answer.get("letters", []), *letter])
        or "Nothing was written."
    )


def _meeting(told: dict[str, Any]) -> str:
    parts = [told["id"], told["case"], f"core group {told['number']}", told["date"], told["stage"]]
    parts += ["in the team's folder"] if told["shared"] else []
    return "  ".join(filter(None, parts))


def _checked(answer: dict[str, Any]) -> str:
    lines = [f"{each['what']} {each['remedy']} ({each['where']})" for each in answer["remarks"]]
    for name, title in (("next_core_group", "Next core group"), ("next_conference", "Conference")):
        lines += [f"{title}: {answer[name]}"] if answer[name] else []
    lines += [f"Held in time? {answer['in_time']}"] if answer["in_time"] else []
    return "\n".join([*lines, *answer["doubts"]]) or "Nothing to point out."


def _item(told: dict[str, Any]) -> str:
    steps = [
        f"  {each['meeting']}: {each['kind']}{', ' + each['state'] if each['state'] else ''}"
        for each in told["steps"]
    ]
    return "\n".join([f"{told['id']}  {told['steps'][-1]['words']}", *steps])


def _headed(title: str, lines: list[str]) -> list[str]:
    return [title, *lines] if lines else []
