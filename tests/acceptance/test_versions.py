"""Versions on the command line: each command answers in the shape that was agreed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.conftest import Answer, Librarian

FORM = "Forms/Referral - Form.txt"
OUTCOME = {"entry", "document", "label", "status", "path"}
ROW = {"label", "status", "sha256", "path", "from", "to", "who", "note"}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Librarian:
    """A form that was published and approved, edited and approved again."""
    place = tmp_path_factory.mktemp("versions")
    made = Librarian(place / "drive", place / "home")
    save(made.drive, "Name and date\nWhat is the worry?")
    made.run("adopt", str(made.drive), "--name", "Our team")
    made.json("scan")
    return made


@pytest.fixture(scope="module")
def acts(program: Librarian) -> list[Answer]:
    """What four acts on it answered."""
    done = [program.json("publish", FORM, "--note", "First go"), program.json("approve", FORM)]
    save(program.drive, "Name and date of birth\nWhat is the worry?")
    program.json("scan")
    done.append(program.json("approve", FORM, "--note", "The child's birthday"))
    return [*done, program.json("restore", FORM, "--version", "v1.0")]


def save(drive: Path, text: str) -> None:
    (drive / FORM).parent.mkdir(parents=True, exist_ok=True)
    (drive / FORM).write_text(text, "utf-8")


def test_a_form_from_draft_to_second_version_and_back(
    program: Librarian, acts: list[Answer]
) -> None:
    # Given a form that was published, approved, edited, approved, and restored
    # When its history is asked for
    history = program.json("history", FORM)

    # Then each act answered in one shape, and the history tells it all
    assert all(set(each) == OUTCOME for each in acts)
    assert [(each["label"], each["status"]) for each in acts] == [
        ("v0.1", "draft"),
        ("v1.0", "approved"),
        ("v1.1", "approved"),
        ("v1.0", "approved"),
    ]
    assert history["document"] == acts[0]["document"]
    assert [row["label"] for row in history["versions"]] == ["v1.0", "v1.1", "v1.0"]
    assert all(set(row) == ROW for row in history["versions"])
    assert [row["to"] is None for row in history["versions"]] == [False, False, True]
    assert history["versions"][1]["path"] == "Archive/Forms/Referral - Form v1.1.txt"
    assert history["versions"][1]["note"] == "The child's birthday"


@pytest.mark.usefixtures("acts")
def test_which_one_was_in_force_has_an_answer(program: Librarian) -> None:
    # Given an approved form
    # When days are asked about
    now = program.json("history", FORM, "--on", "2999-03-03")
    before = program.json("history", FORM, "--on", "2001-03-03")

    # Then the current one is in force, and none was before
    assert [row["label"] for row in now["versions"]] == ["v1.0"]
    assert before["versions"] == []


@pytest.mark.usefixtures("acts")
def test_what_differs_is_told(program: Librarian) -> None:
    # Given two versions
    # When they are compared
    found = program.json("compare", FORM, f"{FORM}@v1.1")

    # Then the changed line is told, before and after
    assert found == {
        "same": False,
        "changes": [
            {"kind": "changed", "before": "Name and date", "after": "Name and date of birth"}
        ],
    }


@pytest.mark.usefixtures("acts")
def test_a_search_says_that_it_is_current(program: Librarian) -> None:
    # Given an approved form
    # When it is searched for
    [hit] = program.json("find", "worry")["hits"]

    # Then it is shown as the current one
    assert (hit["state"], hit["label"]) == ("current", "v1.0")
    assert hit["document"] == program.json("history", FORM)["document"]


@pytest.mark.usefixtures("acts")
def test_holding_keeps_the_state(program: Librarian) -> None:
    # Given an approved form
    # When it is held
    held = program.json("hold", FORM)

    # Then it is still the approved one
    assert set(held) == OUTCOME
    assert (held["label"], held["status"], held["path"]) == ("v1.0", "approved", FORM)


@pytest.mark.usefixtures("acts")
@pytest.mark.parametrize(
    "command",
    [
        ("approve", FORM, "--seen", "0" * 64),
        ("approve", "Forms/nothing.txt"),
        ("publish", FORM, "--note", "x", "--as", "version nine"),
        ("restore", FORM, "--version", "v9.9"),
        ("history", "Forms/nowhere.txt"),
        ("history", FORM, "--on", "soon"),
        ("approve", "../outside.txt"),
        ("compare", FORM, "Forms/nothing.txt"),
    ],
)
def test_what_cannot_be_is_refused_with_a_remedy(
    program: Librarian, command: tuple[str, ...]
) -> None:
    # Given a command about something that is not there, when it is carried out
    error = program.refusal(*command, "--drive", str(program.drive))

    # Then it is told what to do
    assert error["title"]
    assert error["remedy"]


def test_a_drive_nobody_looks_after_has_no_versions(a_librarian: Callable[[], Librarian]) -> None:
    # Given a drive that nobody adopted
    program = a_librarian()
    save(program.drive, "words")

    # When something is approved
    error = program.refusal("approve", FORM, "--drive", str(program.drive))

    # Then the person is told who can begin, and nothing was written
    assert "adopt" in error["remedy"]
    assert [each.name for each in program.drive.iterdir()] == ["Forms"]


@pytest.mark.usefixtures("acts")
def test_the_version_store_is_checked(program: Librarian) -> None:
    # Given recorded versions, one of them damaged
    assert program.json("versions", "check") == {"ok": True, "objects": 2, "problems": []}
    kept = next((program.drive / ".librarian" / "versions").glob("*/*"))
    kept.chmod(0o644)
    kept.write_text("damaged", "utf-8")

    # When they are checked
    done = program.run("versions", "check", "--drive", str(program.drive), "--json")

    # Then it is told, and the command ends with 1
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["ok"], answer["objects"]) == (1, False, 2)
    assert set(answer["problems"][0]) == {"what", "where"}


def test_a_history_that_nobody_confirmed_says_so(program: Librarian) -> None:
    # Given a file that nobody decided anything about
    (program.drive / "Leaflet.txt").write_text("How to reach the team by phone or letter", "utf-8")
    program.json("scan")

    # When its history is asked for
    history = program.json("history", "Leaflet.txt")

    # Then nothing in it is claimed to be approved
    assert set(history) == {"document", "versions"}
    assert all(set(row) == ROW and row["status"] is None for row in history["versions"])


def test_what_was_only_believed_stays_in_the_history(tmp_path: Path) -> None:
    # Given two versions of a form that nobody decided about
    program = Librarian(tmp_path / "drive", tmp_path / "home")
    asked = [f"What is question {number} about the family?" for number in range(30)]
    folder = program.drive / "Forms"
    folder.mkdir(parents=True)
    (folder / "Safety plan v1.txt").write_text("\n".join(asked), "utf-8")
    (folder / "Safety plan v2.txt").write_text("\n".join([*asked, "Who helps?"]), "utf-8")
    program.run("adopt", str(program.drive), "--name", "Our team")
    program.json("scan")

    # When the later one is approved
    program.json("approve", "Forms/Safety plan v2.txt")

    # Then the earlier one still stands in the history, as what it is: believed
    history = program.json("history", "Forms/Safety plan v2.txt")["versions"]
    assert [(row["label"], row["status"]) for row in history] == [
        ("version 1", None),
        ("v1.0", "approved"),
    ]

    # and once it is put away, it is known where it lies, without another scan
    program.json("archive", "Forms/Safety plan v1.txt", "--note", "Replaced")
    assert "Archive/Forms/" in json.dumps(program.json("find", "safety plan", "--all-versions"))


def test_what_another_version_replaced_is_found_at_once_in_the_archive(tmp_path: Path) -> None:
    # Given an approved form that a colleague changed
    program = Librarian(tmp_path / "drive", tmp_path / "home")
    save(program.drive, "Name and date\nWhat is the worry?")
    program.run("adopt", str(program.drive), "--name", "Our team")
    program.json("scan")
    program.json("approve", FORM)
    save(program.drive, "Name and birthday\nWhat is the worry?")

    # When the change is approved, without another scan
    program.json("approve", FORM)

    # Then both are found where they lie now, by the words they have now
    found = program.json("find", "worry", "--all-versions")["hits"]
    assert {each["path"] for each in found} == {FORM, "Archive/Forms/Referral - Form v1.0.txt"}
    assert program.json("find", "birthday")["hits"][0]["path"] == FORM
