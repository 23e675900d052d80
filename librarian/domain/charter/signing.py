"""The team's e-mail signature, as plain text and as rich text that mail programs take."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Signature:
    """What is copied: both forms say the same."""

    plain: str
    rich: str


def signature_of(answers: Mapping[str, object], name: str = "", role: str = "") -> Signature:
    """Return the signature a charter gives to everybody, with this person's name and role."""
    team, signature, card = (_group(answers, each) for each in ("team", "signature", "card"))
    first = [name.strip(), role.strip()]
    where = ", ".join(filter(None, (_text(team, "name"), _text(team, "council"))))
    line, more = _text(signature, "line"), _text(signature, "more")
    link = _text(card, "link")
    plain = [*first, where, "", line, " ".join(filter(None, (more, link)))]
    return Signature(plain=_tidy(plain), rich=_rich(first, where, line, more, link))


def _rich(first: list[str], where: str, line: str, more: str, link: str) -> str:
    head = [f"<b>{escape(each)}</b>" if not n else escape(each) for n, each in enumerate(first)]
    way = f'<a href="{escape(link, quote=True)}">{escape(link)}</a>' if link else ""
    lead = " ".join(filter(None, (escape(more), way)))
    lines = "<br>".join(filter(None, [*(each for each in head if _says(each)), escape(where)]))
    time = f'<p style="margin:8px 0 0 0;color:#0b6663"><b>{escape(line)}</b><br>{lead}</p>'
    style = "font-family:Calibri,Arial,sans-serif;font-size:11pt;color:#20292b"
    return f'<div style="{style}"><p style="margin:0">{lines}</p>{time}</div>'


def _says(piece: str) -> bool:
    return piece.removeprefix("<b>").removesuffix("</b>") != ""


def _tidy(lines: list[str]) -> str:
    kept = [line for n, line in enumerate(lines) if line or n == len(lines) - 3]
    return "\n".join(kept).strip() + "\n"


def _group(answers: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = answers.get(name)
    return found if isinstance(found, Mapping) else {}


def _text(group: Mapping[str, object], name: str) -> str:
    value = group.get(name)
    return value if isinstance(value, str) else ""
