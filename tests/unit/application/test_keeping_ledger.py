"""One desk's ledger: what it writes, whom it believes, what it brings back, what it asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from librarian.application.adopting import Adopted, Standing
from librarian.application.keeping_ledger import MEND_SECONDS
from librarian.domain.errors import LibrarianError
from tests.support.fakes import FakeClock
from tests.support.ledger_desks import Team

HOUR = 3600
DAY = 24 * HOUR


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    team = Team(tmp_path)
    yield team
    team.close()


def test_another_desk_hears_of_an_act_once(team: Team) -> None:
    # Given two desks
    janet, mia = team.desk("janet"), team.desk("mia")

    # When one acts
    entry = janet.append("noted", {"path": "Forms/A.docx"})

    # Then the other hears of it, once
    assert list(mia.read_new()) == [entry]
    assert list(mia.read_new()) == []
    assert mia.entries() == [entry]


def test_a_desk_that_heard_of_an_act_writes_later_ones_whatever_its_clock_says(
    team: Team,
) -> None:
    # Given a desk whose clock is an hour behind, that heard of an act
    slow = FakeClock()
    slow.pass_by(-HOUR)
    janet, mia = team.desk("janet"), team.desk("mia", slow)
    first = janet.append("noted", {})
    mia.read_new()

    # When it acts
    second = mia.append("noted", {})

    # Then its act is the later one
    assert second.stamp > first.stamp


def test_a_clock_far_from_the_drives_is_corrected_and_told(team: Team) -> None:
    # Given a computer three hours ahead of the drive
    janet = team.desk("janet")
    team.segments.ahead = 3 * HOUR * 1000

    # When somebody acts there
    entry = janet.append("noted", {})
    problems = janet.poll().problems

    # Then the act bears the drive's time, and the clock is told of, once
    right = int(team.clock.now().timestamp() * 1000) - 3 * HOUR * 1000
    assert entry.stamp.milliseconds == right
    assert ["3 hours ahead of the drive's" in each.what for each in problems] == [True]
    assert not janet.poll().problems


def test_an_act_in_somebody_elses_file_does_not_count_and_is_told(team: Team) -> None:
    # Given a file of Eve's in which Janet seems to have acted
    team.desk("janet").append("approved", {"path": "Forms/A.docx"})
    [path] = team.segments.files
    team.segments.owners[path] = "eve"

    # When another desk reads it
    mia = team.desk("mia")
    news = mia.poll()

    # Then it does not count, and who wrote it is told
    assert news.entries == ()
    assert ["eve wrote it" in each.what for each in news.problems] == [True]
    assert not mia.verify().ok


def test_what_a_sync_client_fetched_counts_though_it_is_the_readers_file(team: Team) -> None:
    # Given an act of Janet's in a file that belongs to Mia, whose sync client fetched it
    entry = team.desk("janet").append("noted", {})
    [path] = team.segments.files
    team.segments.owners[path] = "mia"

    # When Mia's desk reads it, then it counts
    assert list(team.desk("mia").read_new()) == [entry]


def test_an_act_that_claims_to_be_from_the_future_is_told(team: Team) -> None:
    # Given a computer that is a year ahead, in a folder where no server says what time it is
    fast = FakeClock()
    fast.pass_by(365 * DAY)
    team.segments.ahead = -365 * DAY * 1000
    team.desk("tom", fast).append("noted", {})
    team.segments.ahead = 0

    # When another desk acts after it, and checks
    janet = team.desk("janet")
    [seen] = janet.read_new()
    entry = janet.append("noted", {})
    verified = janet.verify()

    # Then order holds, and the wrong time is told
    assert entry.stamp > seen.stamp
    assert any("future" in problem.what for problem in verified.problems)


def test_a_drive_with_another_mark_is_only_read_until_somebody_says_yes(team: Team) -> None:
    # Given a desk that knows the drive, and then another mark on it
    janet = team.desk("janet")
    janet.append("noted", {})
    janet.poll()
    team.mark(Adopted("drive-2", "Another team", ("eve",)))

    # When somebody wants to write, and is asked
    with pytest.raises(LibrarianError) as refusal:
        janet.append("noted", {})
    asked, stands = janet.questions(), janet.standing()
    janet.trust()

    # Then it was refused with the question, and goes on after a yes
    assert stands is Standing.OTHER
    assert "Another team" in asked[0]
    assert "Another team" in refusal.value.remedy
    assert janet.append("noted", {}).who == "janet"
    assert janet.curators().names == ("eve",)


def test_a_drive_whose_mark_is_gone_is_left_alone(team: Team) -> None:
    # Given a desk that knows the drive, and a folder that is empty: a share that was not mounted
    janet = team.desk("janet")
    janet.append("noted", {})
    janet.poll()
    team.mark(None)
    files, team.segments.files = team.segments.files, {}

    # When it looks
    problems = janet.poll().problems
    with pytest.raises(LibrarianError):
        janet.append("noted", {})

    # Then it says so, writes nothing, and still knows what it knew
    assert [each.where for each in problems] == [".librarian/drive.json"]
    assert team.segments.files == {}
    assert len(janet.entries()) == len(files)


def test_a_drive_that_nobody_looks_after_takes_no_acts(team: Team) -> None:
    # Given a drive without a mark
    team.mark(None)

    # When somebody wants to write
    with pytest.raises(LibrarianError) as refusal:
        team.desk("janet").append("noted", {})

    # Then the remedy names who could change that
    assert "Business Support" in refusal.value.remedy


def test_what_stays_lost_is_brought_back_by_a_curator_without_being_asked(team: Team) -> None:
    # Given acts of two people that a backup then lost, on a desk that has them
    janet, mia = team.desk("janet"), team.desk("mia")
    entries = [janet.append("noted", {"a": 1}), mia.append("noted", {"b": 2})]
    janet.poll()
    for path in list(team.segments.files):
        del team.segments.files[path]

    # When it looks, and again a good while later
    janet.poll()
    at_once = dict(team.segments.files)
    team.clock.pass_by(MEND_SECONDS)
    janet.poll()

    # Then nothing was done at once, and later all is back, with the same ids, for everybody
    assert at_once == {}
    assert team.desk("new").entries() == []
    new = team.desk("new")
    assert {entry.id for entry in new.read_new()} == {entry.id for entry in entries}
    assert janet.verify().ok


def test_one_who_is_no_curator_brings_back_their_own_acts_only(team: Team) -> None:
    # Given acts of Janet and Mia that the drive lost, on Mia's desk
    janet, mia = team.desk("janet"), team.desk("mia")
    janet.append("noted", {})
    own = mia.append("noted", {})
    mia.poll()
    team.segments.files.clear()

    # When Mia's desk checks
    told = mia.verify()

    # Then her own is back, and the rest is told of
    assert list(team.desk("new").read_new()) == [own]
    assert any("Lost acts that this computer still has: 1." in p.what for p in told.problems)


def test_what_somebody_without_the_right_brings_back_for_others_does_not_count(
    team: Team,
) -> None:
    # Given an invented act of Janet's that Eve brings back
    other = Team(team.folder / "elsewhere")
    other.folder.mkdir()
    forger = other.desk("janet")
    forger.append("approved", {"path": "Forms/A.docx"})
    forger.poll()
    eve = team.desk("eve")
    eve._writer.bring_back(forger._cache.kept(), None)
    other.close()

    # When another desk reads it
    news = team.desk("mia").poll()

    # Then it does not count
    assert news.entries == ()


def test_an_erased_payload_is_gone_everywhere_and_all_chains_hold(team: Team) -> None:
    # Given an act that two desks know
    janet, mia = team.desk("janet"), team.desk("mia")
    entry = mia.append("noted", {"path": "Forms/Somebody.docx"})
    after = mia.append("noted", {"path": "Forms/A.docx"})
    janet.poll()
    mia.poll()

    # When its payload is erased
    refused = janet.erase([entry.id])
    news = mia.poll()

    # Then nobody has it, the entry still stands, and nothing is wrong
    assert refused == ()
    assert all(b"Somebody" not in data for data in team.segments.files.values())
    assert next(each for each in news.entries if each.id == entry.id).payload is None
    assert after in mia.entries()
    assert janet.verify().ok
    assert mia.verify().ok
    assert team.desk("new").poll().problems == ()


def test_a_payload_that_was_emptied_without_a_record_comes_back(team: Team) -> None:
    # Given a file in which somebody blanked a payload by hand
    janet = team.desk("janet")
    entry = janet.append("noted", {"path": "Forms/A.docx"})
    janet.poll()
    [(path, data)] = team.segments.files.items()
    start = data.index(b',"body":') + 8
    team.segments.put(path, data[:start] + b"null".ljust(len(data) - start - 2) + b"}\n")

    # When a curator's desk checks
    janet.verify()

    # Then everybody has it again
    new = team.desk("new")
    assert list(new.read_new()) == [entry]


def test_only_a_curator_erases(team: Team) -> None:
    with pytest.raises(LibrarianError):
        team.desk("mia").erase(["x"])


def test_a_drive_that_is_full_says_so_and_the_next_act_is_whole(team: Team) -> None:
    # Given a drive that refuses one act
    janet = team.desk("janet")
    janet.append("noted", {"n": 1})
    team.segments.refuses = True
    with pytest.raises(LibrarianError):
        janet.append("noted", {"n": 2})
    team.segments.refuses = False

    # When the next act comes
    janet.append("noted", {"n": 3})

    # Then both that were acknowledged are there, and nothing is wrong
    assert [entry.payload for entry in team.desk("mia").read_new()] != []
    assert len(janet.read_new()) == 2
    assert janet.verify().ok
