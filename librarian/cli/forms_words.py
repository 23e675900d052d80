"""The answers of the commands of forms as people read them in a terminal."""

from typing import Any


def listed(answer: dict[str, Any]) -> str:
    """Return the forms and their services, or what a check found."""
    if "problems" in answer:
        return checked(answer)
    lines = []
    for form in answer["forms"]:
        lines.append(f"{form['id']}  {form['title']}, version {form['version']}")
        lines += [f"  {each['id']:5} {each['name']}" for each in form["services"]]
    return "\n".join(lines)


def checked(answer: dict[str, Any]) -> str:
    """Return what a check of a form's folder found."""
    lines = [
        f"{each['file']}, line {each['line']}: {each['what']}\n  {each['remedy']}"
        for each in answer["problems"]
    ]
    return "\n".join(lines) if lines else "Everything in this folder is in order."


def filled(answer: dict[str, Any]) -> str:
    """Return what was written, what was not right, and what it saved."""
    lines = [
        f"{each['what']}\n  {each['remedy']}{where(each['question'])}"
        for each in answer["problems"]
    ]
    if not answer["outputs"]:
        lines.append("Nothing was written.")
    lines += [f"{each['for']:12} {each['path']}" for each in answer["outputs"]]
    return "\n".join([*lines, counted(answer["counted"])])


def where(question: str) -> str:
    """Return where in a file of answers a question stands."""
    return f" ({question})" if question else ""


def counted(count: dict[str, int]) -> str:
    """Return the running line: 3 services · 61 questions instead of 106 · 26 filled in for you."""
    services = f"{count['services']} service{'' if count['services'] == 1 else 's'}"
    questions = f"{count['questions']} questions instead of {count['instead_of']}"
    if not count["services"]:
        return f"{count['questions']} questions"
    return f"{services} · {questions} · {count['filled_in']} filled in for you"
