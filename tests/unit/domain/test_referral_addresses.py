"""Only those who look after a drive say where its services take referrals."""

from librarian.domain.curators import Curators, Span
from librarian.domain.ledger import Entry, Stamp
from librarian.domain.referral_addresses import KIND, address_payload, addresses_of


def named(number: int, who: str, inbox: str) -> Entry:
    told = address_payload("fgdm", inbox, "", "", 14)
    return Entry(f"e{number}", Stamp(number, 0, who), who, KIND, told)


def test_the_last_word_of_whoever_had_the_right_counts() -> None:
    # Given two addresses from business support, and one from somebody who would read along
    entries = [
        named(3, "mallory", "D:/mine"),
        named(2, "janet", "Inboxes/New"),
        named(1, "janet", "Inboxes/Old"),
    ]

    # When they are folded, in whatever order they came
    found = addresses_of(entries, Curators((Span("janet"),)))

    # Then the last of business support counts
    assert found == {"fgdm": {"inbox": "Inboxes/New", "answer_days": 14}}
