"""The answers about the drive's rules as people read them in a terminal."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

Answer = dict[str, Any]


def _principles(answer: Answer) -> str:
    if "file" in answer:
        return str(answer["file"])
    if "page" in answer:
        return f"The page lies in {answer['page']}."
    if "ok" in answer:
        return _checked(answer)
    if "entry" in answer:
        return (
            f"These rules are in force now. {answer['opened']} more need a look,"
            f" {answer['closed']} do not any more."
        )
    lines = ["How we keep this drive"]
    lines += [
        "  Somebody changed the file of rules by hand. It does not count until published."
    ] * (answer["edited_by_hand"])
    on = [each for each in answer["principles"] if each["mode"] != "off"]
    off = [each for each in answer["principles"] if each["mode"] == "off"]
    for each in on:
        lines += [f"\n{each['code']}  {each['title']} ({each['mode']})", f"  {each['wording']}"]
        lines.append(f"  {_needs(each)}")
    lines.append("\nOffered")
    lines += [f"{each['code']}  {each['title']}: would find {each['would_find']:,}" for each in off]
    return "\n".join(lines)


def _needs(told: Answer) -> str:
    left = f", {told['waived']:,} left for a while" if told["waived"] else ""
    return f"{told['found']:,} need a look{left}" if told["found"] else f"All is well{left}"


def _checked(answer: Answer) -> str:
    if not answer["ok"]:
        return "\n".join(
            f"line {each['line']}, {each['key'] or '-'}: {each['what']} {each['remedy']}"
            for each in answer["problems"]
        )
    return "\n".join(
        (
            "The rules are right. If they were published:",
            f"  {_by_rule(answer['would_appear'])} more would need a look",
            f"  {_by_rule(answer['would_go'])} would not any more",
        )
    )


def _by_rule(findings: list[Answer]) -> str:
    counted = Counter(each["code"] for each in findings)
    each = ", ".join(f"{code} {count:,}" for code, count in sorted(counted.items()))
    return f"{len(findings):,} ({each})" if each else "0"


def _review(answer: Answer) -> str:
    lines = [f"{len(answer['findings']):,} need a look"]
    for each in answer["findings"]:
        lines += [f"\n{each['subject']}", f"  {each['code']}  {each['message']}  [{each['id']}]"]
    for each in answer.get("waived", ()):
        lines.append(f"\n{each['subject']}\n  left until {each['until']}: {each['because']}")
    return "\n".join(lines)


def _waived(answer: Answer) -> str:
    until = answer["until"]
    return f"It is left until {until}." if until else "It needs a look again."


WORDS: Final[Mapping[str, Callable[[Answer], str]]] = {
    "principles": _principles,
    "review": _review,
    "waive": _waived,
}
