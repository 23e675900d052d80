"""Settings, stars and openings stay with their person, whatever stands in the files."""

from hypothesis import given
from hypothesis import strategies as st

from librarian.application.belongings import Belongings
from librarian.application.portering import Porter
from librarian.application.preferences import Preferences
from librarian.domain.settings import Look, Pace, Settings
from tests.support.fakes import FakeClock, FakeDesktop, FakeDrive, FakeStore

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def test_settings_come_back_as_they_were_saved() -> None:
    # Given a person's choices
    store = FakeStore()
    chosen = Settings(Look.DARK, 125, Pace.GENTLE, 30, "/drive", ("/drive",))

    # When they are saved
    Preferences(store).save(chosen)

    # Then the next start has them; JSON knows lists, not tuples
    store.documents["settings"]["drives"] = ["/drive"]
    assert Preferences(store).load() == chosen


@given(
    st.dictionaries(
        st.sampled_from(["look", "text_size", "pace", "rescan_minutes", "drive", "drives"]), JSON
    )
)
def test_settings_that_make_no_sense_are_as_shipped(document: dict[str, object]) -> None:
    # Given anything at all in the file
    store = FakeStore()
    store.documents["settings"] = document

    # When it is read
    settings = Preferences(store).load()

    # Then every setting is one that the window can show
    assert settings.look in set(Look)
    assert settings.pace in set(Pace)
    assert 80 <= settings.text_size <= 200
    assert 5 <= settings.rescan_minutes <= 1440


def test_the_drive_used_last_comes_first() -> None:
    # Given two drives used in turn
    preferences = Preferences(FakeStore())
    preferences.use_drive("/one")
    preferences.use_drive("/two")

    # When the first is used again
    settings = preferences.use_drive("/one")

    # Then it leads the list, once
    assert (settings.drive, settings.drives) == ("/one", ("/one", "/two"))


def test_stars_come_and_go() -> None:
    # Given two stars
    belongings = Belongings(FakeStore(), FakeClock())
    belongings.star("a.docx", on=True)
    belongings.star("b.docx", on=True)

    # When one is taken away
    belongings.star("a.docx", on=False)

    # Then the other stays
    assert belongings.starred() == ("b.docx",)


def test_openings_are_counted_latest_first() -> None:
    # Given files opened in turn
    clock = FakeClock()
    belongings = Belongings(FakeStore(), clock)
    for path in ("a.docx", "b.docx", "a.docx"):
        clock.pass_by(60)
        belongings.note_opening(path)

    # When they are asked for
    opened = belongings.opened()

    # Then the latest leads, with its count
    assert [(path, each.times) for path, each in opened.items()] == [("a.docx", 2), ("b.docx", 1)]


@given(st.dictionaries(st.text(max_size=5), JSON))
def test_a_senseless_list_of_openings_is_an_empty_one(document: dict[str, object]) -> None:
    # Given anything at all in the file
    store = FakeStore()
    store.documents["opened"] = document

    # When openings are asked for
    opened = Belongings(store, FakeClock()).opened()

    # Then each that is left has a count
    assert all(each.times for each in opened.values())


def test_opening_a_file_opens_it_and_remembers() -> None:
    # Given a file on the drive
    drive, desktop, clock = FakeDrive(), FakeDesktop(), FakeClock()
    drive.put("Forms/a.docx")
    belongings = Belongings(FakeStore(), clock)
    told: list[bool] = []
    porter = Porter(drive, desktop, belongings, lambda: told.append(True))

    # When a person opens it
    porter.open("Forms/a.docx")

    # Then it is open, and counts as opened
    assert desktop.done == [("open", drive.root / "Forms/a.docx")]
    assert "Forms/a.docx" in belongings.opened()
    assert told == [True]
