"""Each thing in the archive says why it is there, what to use instead, and how it comes back."""

from pathlib import Path

from librarian.domain.actions import Archive
from librarian.domain.planning import Proposal
from tests.support.history_fakes import ActingDesk
from tests.support.plans import look_at


def test_what_is_archived_is_labelled_until_it_comes_back(tmp_path: Path) -> None:
    # Given an old form that is archived, with another to use in its place
    desk = ActingDesk(tmp_path / "drive")
    for path in ("Forms/old form.txt", "Forms/Form.txt"):
        desk.put(path, path)
    look_at(desk)
    archive = Archive("Forms/old form.txt", "It was replaced in May.", "Forms/Form.txt")
    entry = desk.contractor.apply(desk.planner.plan([Proposal(archive)])).entry
    about = (desk.root / "Archive/About this archive.txt").read_text("utf-8")
    shortcut = desk.root / "Archive/Forms/old form.txt - replaced by.url"
    leads_to = shortcut.read_text("utf-8")
    look_at(desk)
    scanned = {path for path, each in desk.catalogue.known().items() if "Archive" in path}

    # When it is brought back
    desk.contractor.undo(entry)

    # Then it said why, what to use and how to undo; scans passed the labels over; they are gone
    assert "It was replaced in May." in about
    assert f'librarian undo {entry} --only "Forms/old form.txt"' in about
    assert leads_to.splitlines()[0] == "[InternetShortcut]"
    assert leads_to.splitlines()[1].endswith("/drive/Forms/Form.txt")
    assert scanned == {"Archive/Forms/old form.txt"}
    assert not (desk.root / "Archive").exists()
    assert desk.text("Forms/old form.txt") == "Forms/old form.txt"
