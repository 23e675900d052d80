"""The system's dictionaries, where there are any; where there are none, nothing is offered."""

from pathlib import Path

import pytest

from librarian.adapters.spelling import system_spelling
from librarian.adapters.spelling_enchant import enchant_dictionary
from librarian.adapters.spelling_hunspell import LIBRARIES, hunspell_dictionary

AFFIXES = "SET {}\nTRY esiarntolcd\nREP 1\nREP teh the\n"
WORDS = "2\nthe\ncafé\n"


def test_without_libraries_or_dictionaries_nothing_is_offered(tmp_path: Path) -> None:
    # Given a system without the libraries, and one without a dictionary, or with half of one
    (tmp_path / "en_GB.dic").write_text(WORDS, "utf-8")

    # When help is asked for
    # Then there is none, and no error
    assert enchant_dictionary("libnone-of-this-name.so") is None
    assert hunspell_dictionary(LIBRARIES, (tmp_path / "nowhere", tmp_path)) is None
    (tmp_path / "en_GB.aff").write_text(AFFIXES.format("UTF-8"), "utf-8")
    assert hunspell_dictionary(("libnone-of-this-name.so",), (tmp_path,)) is None


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO8859-1"])
def test_a_dictionary_of_the_system_is_asked_in_its_own_letters(
    tmp_path: Path, encoding: str
) -> None:
    # Given a small dictionary, where this system has the library that reads it
    (tmp_path / "en_GB.aff").write_text(AFFIXES.format(encoding), encoding)
    (tmp_path / "en_GB.dic").write_text(WORDS, encoding)
    found = hunspell_dictionary(folders=(tmp_path,))

    # Then words are known or not, and letters that its alphabet lacks are none of its business
    if found is not None:
        assert [found.knows(word) for word in ("the", "teh", "café")] == [True, False, True]
        assert found.knows("Łódź") is (encoding != "UTF-8")
        assert found.suggestions("teh")[0] == "the"


def test_what_this_desktop_has_answers_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given whatever help this system has
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(tmp_path))
    here = (system_spelling(), enchant_dictionary(), hunspell_dictionary())

    # When it is asked
    for spelling in filter(None, here):
        # Then it knows English words from slips, and has ideas
        assert [spelling.knows(word) for word in ("received", "recieved")] == [True, False]
        assert "received" in spelling.suggestions("recieved")

    # And nothing was written into its lists
    assert not any(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())
