"""Lineages depend on what lies on the drive and on nothing else: not on order, not on history."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from indexers.sketching import sketch, wording, words
from librarian.adapters.catalogue import SqliteCatalogue
from librarian.adapters.lineage_store import SqliteLineages
from librarian.application.lineages import Genealogist
from librarian.domain.files import FileState, Listed, Reading
from librarian.domain.lineage import Lineage
from tests.support.lineages import a_file, lineages, text

_DAY = 86_400_000_000_000
BODIES = [
    text("visit"),
    text("visit", 27) + text("added", 4),
    text("visit", 22) + text("other", 9),
    text("genogram"),
    text("genogram", 28) + text("more", 3),
    "too short to tell",
]
NAMES = ["Visit form", "Visit form v2", "Visit record - OLD", "Genogram", "Genogram (1)", "notes"]
FOLDERS = ["Forms", "Archive", "New folder"]

paths = st.builds("{}/{}.docx".format, st.sampled_from(FOLDERS), st.sampled_from(NAMES))
drives = st.dictionaries(paths, st.sampled_from(BODIES), min_size=1, max_size=9)


def as_told(found: list[Lineage]) -> list[object]:
    """Return lineages without the numbers of files, which depend on history."""
    return [
        (
            each.id,
            each.title,
            each.known,
            each.head,
            [
                (e.path, e.label, e.looks, e.why, sorted((c.path, c.why) for c in e.copies))
                for e in each.editions
            ],
        )
        for each in sorted(found, key=lambda each: each.id)
    ]


@given(drives, st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(drive: dict[str, str], random: Random) -> None:
    # Given a drive, and its files in another order
    files = [a_file(path, body) for path, body in drive.items()]
    shuffled = list(files)
    random.shuffle(shuffled)

    # When documents are told from both
    # Then they are the same
    assert as_told(lineages(files)) == as_told(lineages(shuffled))


@given(drives)
def test_an_unrelated_file_changes_nothing_else(drive: dict[str, str]) -> None:
    # Given a drive
    files = [a_file(path, body) for path, body in drive.items()]
    before = as_told(lineages(files))

    # When a file comes that has nothing to do with the others
    after = lineages([*files, a_file("Leave tracker.xlsx", text("leave"))])

    # Then all else is told as before
    assert as_told([each for each in after if each.title != "Leave tracker"]) == before


class Desk:
    """A catalogue with its lineages, changed as a scan would change it."""

    def __init__(self, folder: Path) -> None:
        place = folder / "catalogue.sqlite"
        self.catalogue = SqliteCatalogue(place)
        self.store = SqliteLineages(place)
        self.genealogist = Genealogist(self.store)

    def save(self, path: str, body: str) -> None:
        [file] = self.catalogue.enter([Listed(path, len(body), 100 * _DAY)], at=1)
        found = words(body)
        digest = wording(found)
        reading = Reading(
            digest, digest, "text/plain", sketch=sketch(found), wording=digest, words=len(found)
        )
        self.catalogue.settle([(file, reading)])

    def lose(self, path: str) -> None:
        record = self.catalogue.record(path)
        assert record is not None
        self.catalogue.lose([record.file], FileState.NOT_SEEN, "")

    def close(self) -> None:
        self.store.close()
        self.catalogue.close()


changes = st.lists(st.tuples(paths, st.sampled_from([*BODIES, None])), min_size=1, max_size=8)


@settings(max_examples=25, deadline=None)
@given(drives, changes)
def test_following_changes_one_by_one_tells_what_a_fresh_look_tells(
    drive: dict[str, str], later: list[tuple[str, str | None]]
) -> None:
    # Given a drive whose documents were told once
    with TemporaryDirectory() as followed, TemporaryDirectory() as fresh:
        desk, other = Desk(Path(followed)), Desk(Path(fresh))
        now = dict(drive)
        for path, body in drive.items():
            desk.save(path, body)
        desk.genealogist.follow()

        # When files change one after another, each followed at once
        for path, changed in later:
            if changed is not None:
                desk.save(path, changed)
                now[path] = changed
            elif now.pop(path, None) is not None:
                desk.lose(path)
            desk.genealogist.follow()

        # Then what is told is what another desk tells that looks for the first time
        for path, body in now.items():
            other.save(path, body)
        other.genealogist.follow()
        told = as_told(list(desk.genealogist.lineages()))
        assert told == as_told(list(other.genealogist.lineages()))
        assert not desk.genealogist.follow()
        desk.close()
        other.close()
