"""Half-filled forms are kept encrypted, for their form and their user only, and not for ever."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from librarian.adapters.forms.draft_keys import SERVICE, key_from, key_in, system_keyring
from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.application.forms.drafts_kept import Head
from librarian.domain.errors import LibrarianError

KEY = bytes(range(32))
HEAD = Head("d1", "referral", "1.0", date(2026, 11, 20))
ANSWERS = {"need": {"worry": "She does not sleep."}}


class FakeKeyring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture(name="drafts")
def made_drafts(tmp_path: Path) -> EncryptedDrafts:
    return EncryptedDrafts(tmp_path / "drafts", KEY)


def test_a_draft_comes_back_as_it_was(drafts: EncryptedDrafts) -> None:
    # Given a draft that was kept twice, when it is opened, then the later one is there
    drafts.save(HEAD, {"need": {}})
    drafts.save(HEAD, ANSWERS)
    assert drafts.load("d1", "referral", "1.0") == ANSWERS
    assert drafts.heads() == (HEAD,)


def test_nothing_that_was_answered_is_on_the_disk(drafts: EncryptedDrafts, tmp_path: Path) -> None:
    # Given a kept draft, when the disk is looked at, then no word of it is there, nor half a file
    drafts.save(HEAD, ANSWERS)
    [file] = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert b"sleep" not in file.read_bytes()
    assert b"worry" not in file.read_bytes()


@pytest.mark.parametrize(("form", "version"), [("minutes", "1.0"), ("referral", "1.1")])
def test_a_draft_opens_in_its_own_form_and_version_only(
    drafts: EncryptedDrafts, form: str, version: str
) -> None:
    # Given a draft, when another form or version asks for it, then it is told what it is for
    drafts.save(HEAD, ANSWERS)
    with pytest.raises(LibrarianError, match=r"version 1\.0"):
        drafts.load("d1", form, version)


def damaged(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize(
    "change",
    [
        damaged,
        lambda content: content[:40],
        lambda content: content.replace(b'"1.0"', b'"1.1"'),
        lambda content: content.replace(b"2026-11-20", b"2027-11-20"),
        lambda _: b"",
        lambda _: b"LBD1\xff\xff\xff\xff{}",
    ],
)
def test_a_draft_that_was_changed_is_refused(
    drafts: EncryptedDrafts, tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    # Given a draft of which something was changed
    drafts.save(HEAD, ANSWERS)
    path = tmp_path / "drafts" / "d1.draft"
    path.write_bytes(change(path.read_bytes()))

    # When it is opened, in the version that it claims, then it is refused
    version = "1.1" if b'"1.1"' in path.read_bytes() else "1.0"
    with pytest.raises(LibrarianError, match="cannot be opened"):
        drafts.load("d1", "referral", version)


def test_a_draft_under_another_name_is_refused(drafts: EncryptedDrafts, tmp_path: Path) -> None:
    # Given a draft copied over another, when that one is opened, then it is refused
    drafts.save(HEAD, ANSWERS)
    content = (tmp_path / "drafts" / "d1.draft").read_bytes()
    (tmp_path / "drafts" / "d2.draft").write_bytes(content)
    with pytest.raises(LibrarianError, match="cannot be opened"):
        drafts.load("d2", "referral", "1.0")


def test_another_users_key_opens_nothing(drafts: EncryptedDrafts, tmp_path: Path) -> None:
    # Given a draft file that was copied to another user, when they open it, then it is refused
    drafts.save(HEAD, ANSWERS)
    other = EncryptedDrafts(tmp_path / "drafts", bytes(32))
    with pytest.raises(LibrarianError, match="somebody else"):
        other.load("d1", "referral", "1.0")


@pytest.mark.parametrize("name", ["", "../d1", "d1/x", "D1", "x" * 65])
def test_a_name_that_is_none_of_ours_leads_nowhere(drafts: EncryptedDrafts, name: str) -> None:
    with pytest.raises(LibrarianError, match="not there"):
        drafts.load(name, "referral", "1.0")


def test_old_drafts_are_deleted(drafts: EncryptedDrafts) -> None:
    # Given a draft of four weeks and one of a day more
    drafts.save(replace(HEAD, id="new", kept=date(2026, 10, 23)), ANSWERS)
    drafts.save(replace(HEAD, id="old", kept=date(2026, 10, 22)), ANSWERS)

    # When those older than 28 days are forgotten, then only that one is gone
    assert [head.id for head in drafts.forget_expired(date(2026, 11, 20), 28)] == ["old"]
    assert [head.id for head in drafts.heads()] == ["new"]


def test_a_key_is_made_once_and_kept_in_the_keyring() -> None:
    # Given an empty keyring, when a key is asked for twice, then it is the same, and long enough
    ring = FakeKeyring()
    key = key_in(ring, "amara")
    assert key_in(ring, "amara") == key != key_in(ring, "ben")
    assert len(key) == 32


@pytest.mark.parametrize("kept", ["", "short", "no base64 !", "AAAA"])
def test_a_key_that_is_none_is_told(kept: str) -> None:
    # Given a keyring that holds something else, when the key is asked for, then that is said
    ring = FakeKeyring()
    ring.kept[SERVICE, "amara"] = kept
    with pytest.raises(LibrarianError, match="keyring"):
        key_in(ring, "amara")


def test_a_passphrase_makes_the_same_key_again_on_this_computer_only(tmp_path: Path) -> None:
    # Given a passphrase, when keys are made of it
    here, there = tmp_path / "here" / "salt", tmp_path / "there" / "salt"
    key = key_from("four plain words here", here)

    # Then here it is the same each time; elsewhere, and with another passphrase, another
    assert key == key_from("four plain words here", here)
    assert key != key_from("four plain words here", there)
    assert key != key_from("four plain words", here)


def test_a_keyring_that_keeps_no_secrets_does_not_count() -> None:
    # Given whatever keyring this computer has, when it is asked for
    found = system_keyring()

    # Then it is none, or one that is safe
    assert found is None or not type(found).__module__.startswith(("keyring.backends.fail",))
