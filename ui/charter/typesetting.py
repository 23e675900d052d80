"""Sets a charter in type for the window: sections as rich text in the colours of the theme.

What people wrote is escaped throughout; nothing of it is ever taken for markup.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from librarian.domain.charter.sections import (
    Answers,
    Aside,
    Change,
    Pairs,
    Piece,
    Points,
    Section,
    Words,
)
from ui.charter import texts
from ui.kit.theme import Theme

_TEXT: Final = 17
_HEADING: Final = 22
_LINE: Final = 145


def charter_html(theme: Theme, sections: Sequence[Section], first: int = 1) -> str:
    """Return sections, each under an anchor of its id; the first has this number."""
    parts = [
        _section(theme, number, each, leads=number == first)
        for number, each in enumerate(sections, start=first)
    ]
    return _document(theme, "".join(parts))


def words_html(theme: Theme, title: str, answers: object) -> str:
    """Return what stands in no section of its own, such as the team's name: each answer a line."""
    lines = [each for each in _texts(answers) if each != title]
    px, accent = theme.px, theme.colours.accent
    head = f'<h2 style="font-size:{px(_HEADING)}px;color:{accent}">{escape(title)}</h2>'
    return _document(theme, head + "".join(_paragraph(theme, escape(each)) for each in lines))


def _texts(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [line for line in str(value or "").splitlines() if line.strip()]


def changes_html(theme: Theme, changes: Sequence[Change]) -> str:
    """Return what changed, section by section: what went, and what came."""
    if not changes:
        return _document(theme, _paragraph(theme, escape(texts.NO_CHANGES)))
    return _document(theme, "".join(_change(theme, each) for each in changes))


def _document(theme: Theme, inside: str) -> str:
    px, colours = theme.px, theme.colours
    return (
        f'<html><body style="color:{colours.text};font-size:{px(_TEXT)}px;line-height:{_LINE}%">'
        f"{inside}</body></html>"
    )


def _section(theme: Theme, number: int, section: Section, *, leads: bool) -> str:
    px, colours = theme.px, theme.colours
    space = 0 if leads else px(38)
    head = (
        f'<h2 style="margin-top:{space}px;margin-bottom:{px(8)}px;font-size:{px(_HEADING)}px;'
        f'font-weight:600;color:{colours.accent}"><a name="{escape(section.id, quote=True)}"></a>'
        f'<span style="font-weight:400;color:{colours.muted}">{number}&nbsp;&nbsp;</span>'
        f"{escape(section.title)}</h2>"
    )
    return head + "".join(_piece(theme, each) for each in section.pieces)


def _piece(theme: Theme, piece: Piece) -> str:
    match piece:
        case Words(text):
            return _paragraph(theme, escape(text))
        case Points(items, title, numbered):
            tag = "ol" if numbered else "ul"
            rows = "".join(_item(theme, escape(each)) for each in items)
            return (
                _title(theme, title)
                + f'<{tag} style="margin-left:-{theme.px(14)}px">{rows}</{tag}>'
            )
        case Pairs(rows, title, strong):
            return _title(theme, title) + _pairs(theme, rows, strong=strong)
        case Aside(text, more, large):
            return _aside(theme, text, more, large=large)
        case Answers(rows):
            return _answers(theme, rows)


def _paragraph(theme: Theme, inside: str) -> str:
    px = theme.px
    return f'<p style="margin-top:{px(4)}px;margin-bottom:{px(10)}px">{inside}</p>'


def _item(theme: Theme, inside: str) -> str:
    return f'<li style="margin-bottom:{theme.px(6)}px">{inside}</li>'


def _title(theme: Theme, title: str) -> str:
    px = theme.px
    style = f"margin-top:{px(16)}px;margin-bottom:{px(4)}px;font-size:{px(_TEXT)}px;font-weight:600"
    return f'<h3 style="{style}">{escape(title)}</h3>' if title else ""


def _pairs(theme: Theme, rows: tuple[tuple[str, str], ...], *, strong: bool) -> str:
    muted = theme.colours.muted
    if strong:
        return "".join(
            _paragraph(theme, f"<b>{escape(one)}</b> {escape(other)}") for one, other in rows
        )
    inside = "".join(
        _item(theme, f'{escape(one)} <span style="color:{muted}">{escape(other)}</span>')
        for one, other in rows
    )
    return f'<ul style="margin-left:-{theme.px(14)}px">{inside}</ul>'


def _aside(theme: Theme, text: str, more: str, *, large: bool) -> str:
    px, colours = theme.px, theme.colours
    size = f"font-size:{px(20)}px;font-weight:600;color:{colours.accent}" if large else ""
    second = f'<br><span style="color:{colours.muted}">{escape(more)}</span>' if more else ""
    return (
        f'<table width="100%" cellpadding="{px(14)}" cellspacing="0" style="margin-top:{px(8)}px;'
        f'margin-bottom:{px(8)}px"><tr><td style="background-color:{colours.accent_soft}">'
        f'<span style="{size}">{escape(text)}</span>{second}</td></tr></table>'
    )


def _answers(theme: Theme, rows: tuple[tuple[str, str, str, str], ...]) -> str:
    px, colours = theme.px, theme.colours
    line = f"border-bottom:1px solid {colours.line}"
    body = "".join(
        f'<tr><td style="{line}">{escape(meeting)}</td>'
        f'<td style="{line}"><b style="color:{colours.accent}">{escape(answer)}</b></td>'
        f'<td style="{line}">{escape(adds)} <span style="color:{colours.muted}">{escape(instead)}'
        "</span></td></tr>"
        for meeting, answer, adds, instead in rows
    )
    return (
        f'<table width="100%" cellpadding="{px(8)}" cellspacing="0" style="margin-top:{px(6)}px;'
        f'margin-bottom:{px(12)}px">{body}</table>'
    )


def _change(theme: Theme, change: Change) -> str:
    px, colours = theme.px, theme.colours
    head = (
        f'<h3 style="margin-top:{px(24)}px;margin-bottom:{px(6)}px;font-size:{px(19)}px;'
        f'color:{colours.accent}">{escape(change.title)}</h3>'
    )
    before = _lines(theme, texts.BEFORE, change.before, colours.bad_soft, strike=True)
    return head + before + _lines(theme, texts.AFTER, change.after, colours.good_soft)


def _lines(
    theme: Theme, name: str, lines: tuple[str, ...], ground: str, *, strike: bool = False
) -> str:
    if not lines:
        return ""
    px, muted = theme.px, theme.colours.muted
    tag = ("<s>", "</s>") if strike else ("", "")
    inside = "<br>".join(f"{tag[0]}{escape(each)}{tag[1]}" for each in lines)
    return (
        f'<table width="100%" cellpadding="{px(10)}" cellspacing="0"'
        f' style="margin-bottom:{px(4)}px">'
        f'<tr><td width="{px(80)}" style="color:{muted}">{escape(name)}</td>'
        f'<td style="background-color:{ground}">{inside}</td></tr></table>'
    )
