"""Words about a referral that lie beside its packet: the service's, and the sender's answers.

They may name people, so they never go into the ledger. A reply also says what an entry of the
ledger would, so that it counts where sender and service share an inbox but no drive.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from librarian.application.forms.handing_ports import Inboxes
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.wording import clean
from librarian.domain.ledger import Entry, Stamp
from librarian.domain.referrals import State, kind_of

MOST: Final = 2_000
"""Letters that a reply may have."""
_BEGIN: Final = ("reply ", "answer ")
_WORDED: Final = frozenset({State.ASKED, State.DECLINED, State.ANSWERED})


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody wrote about a referral, and the entry it stands for."""

    state: State
    words: str
    entry: Entry


def reply_file(
    state: State,
    payload: Mapping[str, object],
    words: str,
    *,
    who: str,
    at: datetime,
    number: int,
) -> bytes:
    """Return the file of a reply; `number` tells apart what was written at one moment.

    Raises LibrarianError where words are needed and there are none, or there are too many.
    """
    said = clean(words).strip()
    if state in _WORDED and not said:
        raise LibrarianError("Nothing is written there.", "Write what the other side should know.")
    if len(said) > MOST:
        raise LibrarianError("That is too long.", f"Say it in {MOST:,} letters or fewer.")
    told = {
        "state": str(state),
        "words": said,
        "who": who,
        "at": int(at.timestamp() * 1000),
        "number": number,
        "about": dict(payload),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def replies_in(inboxes: Inboxes, folder: Path, name: str, referral: str) -> tuple[Reply, ...]:
    """Return what was written about a referral beside its packet, the oldest first.

    What is no reply, or speaks of another referral, is passed over.
    """
    found = (reply for reply in _all(inboxes, folder, name) if _about(reply) == referral)
    return tuple(sorted(found, key=lambda reply: reply.entry.stamp))


def beyond(entries: Iterable[Entry], replies: Iterable[Reply]) -> list[Entry]:
    """Return entries with those that replies stand for and that are not among them.

    The clocks of two desks differ, so a reply that is on record too must not count later again.
    """
    known = list(entries)
    left = Counter((_referral(entry), entry.kind) for entry in known)
    for reply in replies:
        what = (_about(reply), reply.entry.kind)
        left[what] -= 1
        if left[what] < 0:
            known.append(reply.entry)
    return known


def _about(reply: Reply) -> str:
    return _referral(reply.entry)


def _referral(entry: Entry) -> str:
    return str((entry.payload or {}).get("referral", ""))


def _all(inboxes: Inboxes, folder: Path, name: str) -> Iterator[Reply]:
    for file in inboxes.files(folder, name):
        if file.startswith(_BEGIN) and file.endswith(".json"):
            reply = _reply(file, inboxes.read(folder, name, file))
            if reply:
                yield reply


def _reply(file: str, content: bytes) -> Reply | None:
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        told = json.loads(content)
        state = State(told["state"])
        about = {str(key): str(value) for key, value in told["about"].items()}
        stamp = Stamp(int(told["at"]), int(told["number"]), file)
        entry = Entry(
            f"{file} {stamp.milliseconds}", stamp, str(told["who"]), kind_of(state), about
        )
        return Reply(state, str(told["words"]), entry)
    return None
