"""What differs between two texts is told block by block."""

from librarian.domain.history_changes import Change, ChangeKind, blocks_of, changes


def test_changed_added_and_removed_blocks_are_told_apart() -> None:
    # Given two texts
    before = blocks_of("Title\nCall us on 0123 456\nOld closing line of the form")
    after = blocks_of("Title\nCall us on 0999 456\nA new box: what does the child say?")

    # When they are compared
    found = changes(before, after)

    # Then the number is a change, the line is gone and the box is new
    assert found == (
        Change(ChangeKind.CHANGED, "Call us on 0123 456", "Call us on 0999 456"),
        Change(ChangeKind.REMOVED, "Old closing line of the form", ""),
        Change(ChangeKind.ADDED, "", "A new box: what does the child say?"),
    )


def test_a_row_of_a_table_keeps_its_cells() -> None:
    # Given rows whose cells are padded differently, when compared, then they are the same
    assert blocks_of("Name \t  Date  of birth\n\n") == ("Name\tDate of birth",)
    assert changes(blocks_of("Name\tDate"), blocks_of(" Name\tDate ")) == ()


def test_everything_new_and_everything_gone() -> None:
    # Given an empty text, when compared with one, then each block is new, or gone
    assert [each.kind for each in changes((), ("a", "b"))] == [ChangeKind.ADDED] * 2
    assert [each.kind for each in changes(("a", "b"), ())] == [ChangeKind.REMOVED] * 2
