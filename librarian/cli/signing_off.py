"""What is done on the command line about a referral that waits for a sign-off."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from librarian.application.forms.referrals_desk import Referrals
from librarian.cli.asking import Answer
from librarian.domain.forms.sections import Section

_Doing = Callable[[Referrals, argparse.Namespace], None]


def read(found: Referrals, asked: argparse.Namespace) -> Answer:
    """What a referral says that waits for a sign-off, and what was asked about it."""
    found.sign_offs.tend(found.hand_over)
    copies = found.sign_offs.copies
    reading = copies.read(asked.referral)
    said = copies.said(asked.referral)
    return {
        "warnings": [*reading.warnings, *reading.notes],
        "sections": sections_told(reading.goes),
        "not_for_the_service": sections_told(reading.stays),
        "said": [{"state": str(e.state), "words": e.words, "who": e.who} for e in said],
    }


def decide(found: Referrals, asked: argparse.Namespace) -> None:
    """Ask about it, refuse it, answer, or take it back."""
    found.sign_offs.tend(found.hand_over)
    _DEEDS[asked.doing](found, asked)


def sections_told(sections: Iterable[Section]) -> list[Answer]:
    """Return answers page by page."""
    return [
        {
            "title": section.title,
            "answers": [
                {"question": each.question, "row": each.row, "answer": each.answer}
                for each in section.entries
            ],
        }
        for section in sections
    ]


def _ask(found: Referrals, asked: argparse.Namespace) -> None:
    found.sign_offs.send_back(asked.referral, asked.words)


def _refuse(found: Referrals, asked: argparse.Namespace) -> None:
    found.sign_offs.refuse(asked.referral, asked.words)


def _reply(found: Referrals, asked: argparse.Namespace) -> None:
    found.sign_offs.answer(asked.referral, asked.words)


def _take_back(found: Referrals, asked: argparse.Namespace) -> None:
    found.sign_offs.take_back(asked.referral)


_DEEDS: Final[Mapping[str, _Doing]] = {
    "ask": _ask,
    "refuse": _refuse,
    "reply": _reply,
    "take-back": _take_back,
}
