"""A team's own words are laid over ours, and a bad line costs only itself."""

from pathlib import Path

from librarian.domain.vocabulary import Term
from policies.vocabulary import load


def test_the_vocabulary_that_ships_is_complete_and_without_warnings() -> None:
    # Given nothing of a team's own
    # When the vocabulary is loaded
    vocabulary = load()

    # Then it has words of each kind, each topic with some, and nothing to complain about
    assert len(vocabulary.terms) > 250
    assert len(vocabulary.ages) >= 5
    assert len(vocabulary.themes) >= 25
    assert len(vocabulary.languages) >= 30
    topics = (*vocabulary.ages, *vocabulary.themes, *vocabulary.languages)
    assert all(topic.words for topic in topics)
    assert vocabulary.warnings == ()


def test_a_teams_own_words_are_added(tmp_path: Path) -> None:
    # Given a team with a term and a topic of its own, and more words for one of ours
    (tmp_path / "acronyms.tsv").write_text(
        "acronym\tmeaning\tsynonyms\nTHT\tTower House Team\thub; front desk\n", "utf-8"
    )
    (tmp_path / "topics.toml").write_text(
        '[themes]\n"Anger" = ["hot head"]\n"Pets" = ["dog"]\n', "utf-8"
    )

    # When the vocabulary is loaded with them
    vocabulary = load(tmp_path)

    # Then all are there
    assert Term("THT", "Tower House Team", ("hub", "front desk")) in vocabulary.terms
    themes = {topic.name: topic.words for topic in vocabulary.themes}
    assert {"hot head", "angry"} <= set(themes["Anger"])
    assert themes["Pets"] == ("dog",)


def test_a_bad_line_becomes_a_warning_and_the_rest_counts(tmp_path: Path) -> None:
    # Given lists with a line that lacks a meaning, and a topic that is no list
    (tmp_path / "acronyms.tsv").write_text("XYZ\nTHT\tTower House Team\n", "utf-8")
    (tmp_path / "topics.toml").write_text('[themes]\n"Pets" = 3\n[colours]\n"Red" = []\n', "utf-8")

    # When the vocabulary is loaded with them
    vocabulary = load(tmp_path)

    # Then the good line counts, and each bad one is named
    assert "tht" in vocabulary.by_acronym
    assert len(vocabulary.warnings) == 3
    assert "acronyms.tsv, line 1" in vocabulary.warnings[0]


def test_a_list_that_is_no_toml_is_a_warning(tmp_path: Path) -> None:
    # Given a topics list with a slip in it
    (tmp_path / "topics.toml").write_text("[themes\n", "utf-8")

    # When the vocabulary is loaded with it
    vocabulary = load(tmp_path)

    # Then ours still stands
    assert vocabulary.themes
    assert len(vocabulary.warnings) == 1
