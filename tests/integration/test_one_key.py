"""One passphrase opens all that is kept at a desk, whichever page asked for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from librarian.adapters.forms.draft_keys import key_from
from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.adapters.forms.key_holder import KeyHolder
from librarian.application.forms.drafts_kept import Head
from librarian.application.forms.form_desk import LocalFormDesk
from librarian.application.forms.referrals_desk import Referrals
from librarian.application.minutes.ports import LockedError
from librarian.application.minutes.taking_minutes import MinuteRoom
from librarian.bootstrap import LocalDesk
from librarian.domain.errors import LibrarianError
from tests.support.handing import an_order

WORDS = "three plain words"


@dataclass(frozen=True, slots=True)
class Pages:
    """What three pages of one window work with."""

    forms: LocalFormDesk
    referrals: Referrals
    minutes: MinuteRoom


@contextmanager
def a_window(home: Path) -> Iterator[Pages]:
    """A window on a computer that has no keyring."""
    own = home / "own"
    desk = LocalDesk(home)
    desk.keys = KeyHolder(
        lambda: None,
        lambda words: key_from(words, own / "salt"),
        lambda: (own / "drafts", own / "minutes"),
    )
    root = home.parent / "drive"
    root.mkdir(exist_ok=True)
    with desk.catalogued(root) as drive:
        referrals = desk.referrals(drive)
        yield Pages(desk.form_desk(lambda: referrals), referrals, desk.minutes(drive))


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[Pages]:
    with a_window(tmp_path / "home") as found:
        yield found


def test_a_passphrase_given_for_drafts_opens_minutes_and_the_hand_over(pages: Pages) -> None:
    # Given a window in which nothing can be kept yet
    assert pages.forms.is_locked()
    with pytest.raises(LockedError):
        pages.minutes.desk.meetings()

    # When a passphrase is given on the Forms page, and a form is handed over
    pages.forms.unlock(WORDS)
    handed = pages.referrals.hand_over.submit(an_order("fgdm"))

    # Then minutes can be kept, and what was handed over is kept for the next referral
    assert not pages.minutes.desk.meetings()
    assert handed.receipt
    assert pages.referrals.follower.last(handed.receipt.case)


def test_a_passphrase_given_for_minutes_opens_drafts(pages: Pages) -> None:
    # Given a window in which nothing can be kept yet; when the Minutes page is given a passphrase
    pages.minutes.desk.unlock(WORDS)

    # Then drafts are open
    assert not pages.forms.is_locked()


def test_another_passphrase_than_before_is_refused(tmp_path: Path) -> None:
    # Given a draft that was kept with a passphrase, and the window opened again
    with a_window(tmp_path / "home") as before:
        before.forms.unlock(WORDS)
        before.forms.keep(before.forms.begin("referral").answer(("ref", "name"), "Sam"))
    with a_window(tmp_path / "home") as pages:
        # When another is given; then that is told, and nothing is open
        with pytest.raises(LibrarianError, match="not the passphrase"):
            pages.forms.unlock("three other words")
        assert pages.forms.is_locked()

        # When the first one is given, then the draft is there
        pages.forms.unlock(WORDS)
        assert len(pages.forms.drafts()) == 1


def test_minutes_and_drafts_of_an_older_passphrase_are_told_and_taken_in(tmp_path: Path) -> None:
    # Given minutes and a draft that were locked with a passphrase of their own, each once
    older, own = "the words of before", tmp_path / "home" / "own"
    with a_window(tmp_path / "home") as before:
        before.minutes.desk.unlock(older)
        before.minutes.desk.begin("C-100245")
        before.forms.keep(before.forms.begin("referral").answer(("ref", "name"), "Sam"))
    kept = EncryptedDrafts(own / "drafts", key_from(WORDS, own / "salt"))
    kept.save(Head("a-draft-of-now", "supervision", "1.0", date(2026, 11, 20)), {"answers": {}})

    # When the passphrase of now is given, then the minutes are told as locked, not as lost
    with a_window(tmp_path / "home") as pages:
        pages.forms.unlock(WORDS)
        [closed] = pages.minutes.desk.damaged()
        assert closed.may_be_locked
        assert "another passphrase" in closed.remedy
        assert [each.is_closed for each in pages.forms.drafts() if each.form == "referral"] == [
            True
        ]

        # When a wrong one is given, nothing changes; when that of before is, all of it opens
        with pytest.raises(LibrarianError, match="opens none"):
            pages.minutes.take_in("not these words")
        assert pages.minutes.take_in(older) == 2
        assert pages.minutes.desk.damaged() == ()
        assert [each.case for each in pages.minutes.desk.meetings()] == ["C-100245"]
    # and from now on with the one passphrase alone
    with a_window(tmp_path / "home") as pages:
        pages.forms.unlock(WORDS)
        assert len(pages.minutes.desk.meetings()) == 1
        assert not any(each.is_closed for each in pages.forms.drafts())
