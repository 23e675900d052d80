"""Writes one rule into a team's file of rules; every other line of the file stays as it is."""

import json
import re
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Final

from librarian.domain.principles import AnyPrinciple, AnyRule
from librarian.domain.rules import lines_of, read_rules

_SECTION: Final = re.compile(r"\s*\[")


def with_rule(text: str, rule: AnyRule, principles: Sequence[AnyPrinciple]) -> str:
    """Return the file with this rule in it instead of the one that it has.

    Where the file is written in a way that its lines cannot be told apart, it is written anew.
    """
    before = read_rules(text, principles)
    wanted = tuple(rule if each.code == rule.code else each for each in before.rules)
    mended = _put_in(lines_of(text), rule)
    if read_rules(mended, principles).rules == wanted:
        return mended
    return "\n".join("\n".join(_told(each)) + "\n" for each in wanted)


def _put_in(lines: Sequence[str], rule: AnyRule) -> str:
    header = re.compile(rf"\s*\[\s*\"?{re.escape(rule.code)}\"?\s*\]")
    begin = next((n for n, line in enumerate(lines) if header.match(line)), None)
    if begin is None:
        return "\n".join([*lines, "", *_told(rule)]) + "\n"
    end = begin + 1
    while end < len(lines) and not _SECTION.match(lines[end]):
        end += 1
    while end > begin + 1 and _is_remark(lines[end - 1]):
        end -= 1  # it belongs to the rule that comes after
    remarks = [line for line in lines[begin:end] if line.lstrip().startswith("#")]
    first, *rest = _told(rule)
    return "\n".join([*lines[:begin], first, *remarks, *rest, *lines[end:]]) + "\n"


def _is_remark(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _told(rule: AnyRule) -> list[str]:
    """Return a rule as lines: all of its terms, so that what was agreed is what holds."""
    scope = rule.scope
    told: dict[str, object] = {"mode": str(rule.mode)}
    told |= {each.name: getattr(rule.terms, each.name) for each in fields(rule.principle.terms)}
    places = {"folders": scope.folders, "types": scope.types, "kinds": scope.kinds}
    told |= {name: some for name, some in (*places.items(), ("except", scope.excepted)) if some}
    said = [f"{name} = {_value(value)}" for name, value in told.items() if value is not None]
    return [f"[{rule.code}]", *said]


def _value(value: object) -> str:
    """Return a value as TOML has it."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
