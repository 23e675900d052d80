"""A document is a pure function of its acts, in whatever order they arrive."""

from hypothesis import given
from hypothesis import strategies as st

from librarian.domain.acts import (
    Abandoned,
    Act,
    Approved,
    Archived,
    Held,
    Intended,
    Joined,
    Published,
    Restored,
    act_of,
    kind_of,
    payload_of,
)
from librarian.domain.acts_owners import FolderOwned, Owned, Reviewed
from librarian.domain.acts_steps import Place, Remove, Replace
from librarian.domain.acts_wishes import AccessAsked, Answered, Asked, Reported, Signposted, Wanted
from librarian.domain.documents import Status
from librarian.domain.documents_together import together
from librarian.domain.ledger import Entry, Json, Stamp

PATH = "Forms/Form.docx"


def entry(
    number: int, act: Act, *, desk: str = "desk1", at: int | None = None
) -> tuple[Entry, Act]:
    stamp = Stamp(at if at is not None else number, number, desk)
    return Entry(str(number), stamp, "janet", kind_of(act), payload_of(act)), act


def approved(content: str, label: str, *, before: str = "", archived: str = "") -> Approved:
    return Approved("doc", PATH, content, content, label, before=before, archived=archived)


STEPS = (Place("a", "1", read_only=True), Replace("b", "1", "2"), Remove("c", "3"))
EXAMPLES: list[Act] = [
    Published("doc", PATH, "1", "2", "v0.1", "note", ("other",)),
    approved("1", "v1.0", before="x", archived="Archive/a"),
    Restored("doc", PATH, "1", "2", "v1.0", intent="i"),
    Archived("", PATH, "Archive/a", "1", "2"),
    Held("doc"),
    Owned("doc", "Team manager", "Practice lead", "020 7946 0000"),
    FolderOwned("Forms", "Business Support"),
    Reviewed("doc", "2027-03-03", "Still right"),
    Joined("doc", "other"),
    Asked(PATH, "1", "which?"),
    Reported(PATH, "1", "it does not open"),
    Wanted("a leaflet about contact, in Somali"),
    AccessAsked("Court", "I cover for Tom"),
    Answered("8", "done"),
    Signposted("Court", "IT service desk"),
    Abandoned("i", "because"),
    Intended("approved", {"document": "doc"}, STEPS),
]


def test_every_act_comes_back_from_its_payload() -> None:
    # Given acts as the ledger keeps them
    for act in EXAMPLES:
        kept = Entry("1", Stamp(1, 0, "d"), "janet", kind_of(act), payload_of(act))

        # When they are read, then they are the same
        assert act_of(kept) == act


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)
NAMES = st.sampled_from(["document", "path", "sha256", "label", "steps", "act", "kind", "beside"])


@given(
    kind=st.sampled_from([kind_of(act) for act in EXAMPLES]),
    payload=st.none() | st.dictionaries(NAMES, ANY),
)
def test_a_damaged_payload_is_no_act_and_never_an_error(
    kind: str, payload: dict[str, Json] | None
) -> None:
    # Given a payload that says anything, when it is read and folded
    kept = Entry("1", Stamp(1, 0, "d"), "janet", kind, payload)
    act = act_of(kept)
    folded = together([(kept, act)] if act else [])

    # Then it came to something, and every question can be put into words
    assert folded.questions == ()


STORY = [
    entry(1, Published("doc", PATH, "a", "a", "v0.1")),
    entry(2, approved("a", "v1.0")),
    entry(3, approved("b", "v1.1", before="2", archived="Archive/Form v1.0.docx")),
    entry(4, Published("doc", "Forms/Draft.docx", "c", "c", "v1.2 DRAFT")),
    entry(5, Held("doc")),
    entry(6, Restored("doc", PATH, "a", "a", "v1.0", before="3", archived="Archive/b")),
    entry(7, Published("twin", PATH, "z", "z", "v0.1"), desk="desk2"),
    entry(8, Asked(PATH, "a")),
]


@given(order=st.permutations(range(len(STORY))), twice=st.sets(st.integers(0, len(STORY) - 1)))
def test_any_order_and_any_repetition_come_to_the_same(order: list[int], twice: set[int]) -> None:
    # Given the acts in another order, some of them twice
    acts = [STORY[number] for number in (*order, *sorted(twice))]

    # When they are folded, then it is the same as in order
    assert together(acts) == together(STORY)


def test_what_reigned_when_can_be_told() -> None:
    # Given a document with two versions and a restoration
    [document] = together(STORY[:6]).by_id.values()

    # When moments are asked about
    labels = [found.label if (found := document.in_force(at)) else None for at in (1, 2, 3, 5, 6)]

    # Then each has its answer
    assert labels == [None, "v1.0", "v1.1", "v1.1", "v1.0"]
    assert [each.status for each in document.approved] == [
        Status.ARCHIVED,
        Status.ARCHIVED,
        Status.APPROVED,
    ]


def test_two_who_begin_one_document_at_once_have_one_in_the_end() -> None:
    # Given two desks that approved the same path, not knowing of each other
    one = entry(1, Approved("doc1", PATH, "a", "a", "v1.0"))
    other = entry(2, Approved("doc2", PATH.upper(), "b", "b", "v1.0"), desk="desk2")

    # When both are read
    found = together([other, one])

    # Then it is one document; the later is current, and somebody is asked
    [document] = found.by_id.values()
    assert document.id == "doc1"
    assert document.current is not None
    assert document.current.sha256 == "b"
    assert len(found.questions) == 1


def test_a_new_document_in_an_old_ones_place_is_another() -> None:
    # Given a second document that began knowing of the first
    one = entry(1, Approved("doc1", PATH, "a", "a", "v1.0"))
    other = entry(2, Approved("doc2", PATH, "b", "b", "v1.0", beside=("doc1",)))

    # When both are read, then they are two
    assert set(together([one, other]).by_id) == {"doc1", "doc2"}


def test_joined_documents_are_one() -> None:
    # Given two documents that somebody joined
    one = entry(1, Approved("doc1", "a.docx", "a", "a", "v1.0"))
    other = entry(2, Approved("doc2", "b.docx", "b", "b", "v1.0"))
    joined = entry(3, Joined("doc1", "doc2"))

    # When all is read, then one document has both versions
    [document] = together([one, other, joined]).by_id.values()
    assert document.id == "doc2"
    assert len(document.approved) == 2


def test_an_act_that_two_processes_finished_counts_once() -> None:
    # Given one intent that was ended twice
    first = Approved("doc", PATH, "a", "a", "v1.0", intent="i")
    one, other = entry(2, first), entry(3, first)

    # When both are read, then there is one version
    [document] = together([one, other]).by_id.values()
    assert [each.entry for each in document.versions] == ["2"]


def test_an_intent_waits_until_it_is_ended() -> None:
    # Given an act that was begun
    begun = entry(1, Intended("approved", {}, STEPS))
    assert [each.entry.id for each in together([begun]).unfinished] == ["1"]

    # When it was taken back, then nothing waits
    assert not together([begun, entry(2, Abandoned("1"))]).unfinished
