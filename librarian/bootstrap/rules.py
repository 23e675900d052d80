"""Puts together the rules of one drive and what reviews it."""

from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final

import policies
from indexers.detection import personal_data
from librarian.adapters.clock import SystemClock
from librarian.adapters.review_store import SqliteReviews
from librarian.adapters.rule_folder import LocalRuleFolder, keep_sheet
from librarian.adapters.store import JsonStore
from librarian.application.history import History
from librarian.application.ports import Bus
from librarian.application.retention import Retention
from librarian.application.reviewing import Reviewer
from librarian.application.rulekeeping import HowWeKeepThisDrive, RuleKeeping
from librarian.application.rules_sheet import sheet_words
from librarian.application.ruling import FILE, FOLDER, RuleBook
from librarian.application.since_book import FindingsBook
from librarian.application.waiving import Waivers
from librarian.domain.document_types import Months
from librarian.domain.extraction import Block, Shape
from librarian.domain.principles import AnyRule
from policies.loading import default_rules, default_text, load_principles
from policies.principles import ret01_retention, rev01_review

_CLOCK: Final = SystemClock()


def open_rules(
    *, root: Path, place: Path, name: Callable[[], str], history: History, bus: Bus
) -> RuleKeeping:
    """Return the rules of the drive at root; `place` is its data folder."""
    store = SqliteReviews(place / "catalogue.sqlite")
    book = RuleBook(
        managed=history.managed,
        hands=history.hands,
        folder=LocalRuleFolder(root, FOLDER, FILE, history.store, place / "rules"),
        principles=load_principles(),
        defaults=default_rules(),
        default_text=default_text,
    )
    reviewer = Reviewer(
        store=store,
        managed=history.managed,
        rules=book.rules,
        book=FindingsBook(JsonStore(place / "own")),
        clock=_CLOCK,
        bus=bus,
        months=lambda: months_of(book.rules()),
    )
    return RuleKeeping(
        reviewer=reviewer,
        book=book,
        waivers=Waivers(
            reviewer=reviewer,
            hands=history.hands,
            clock=_CLOCK,
            looks_personal=lambda words: bool(personal_data([Block(Shape.PARAGRAPH, words)])),
        ),
        managed=history.managed,
        close=store.close,
        store=store,
        print_sheet=lambda how: _printed(how, name(), place / "How we keep this drive.pdf"),
    )


def retention_of(rules: Sequence[AnyRule]) -> Retention:
    """How long things are kept, as the rule about it says, be it on or off."""
    terms = next(rule.terms for rule in rules if rule.code == ret01_retention.CODE)
    return Retention(months=terms.years * 12, aside_days=terms.aside_days)


def months_of(rules: Sequence[AnyRule]) -> Months:
    """After how many months documents are looked at again, as its rule says, be it on or off."""
    terms: rev01_review.Terms = next(r.terms for r in rules if r.code == rev01_review.CODE)
    return terms.months


def _printed(how: HowWeKeepThisDrive, name: str, place: Path) -> Path:
    from librarian.adapters.forms.pdf_pages import PdfPages  # noqa: PLC0415 - few print it

    template = files(policies).joinpath("how-we-keep-this-drive.typ").read_bytes()
    words = sheet_words(how, name, _CLOCK.now().date())
    return keep_sheet(place, PdfPages().render(template, words))
