"""Lets count what somebody vouches for: curators' acts, what was brought back, what was erased."""

from librarian.application.keeping_ledger_ports import PAYLOADS_ERASED, EntryCache
from librarian.domain.curators import KINDS, Adopted, Curators, fold
from librarian.domain.curators_accounts import same_account
from librarian.domain.ledger import Entry


def settled(cache: EntryCache, founding: Adopted | None) -> Curators:
    """Return who looks after the drive; afterwards all in the cache counts that may count.

    An entry that was brought back counts where a curator, or its own author, did so. One that
    counts may name the curator who vouches for the next; so again until it rests.
    """
    if founding is None:
        return Curators()
    while True:
        rights = fold(founding, cache.of_kinds(KINDS), cache.last_act)
        admitted = [
            each.id
            for each in cache.candidates()
            if same_account(each.by, each.who) or rights.had_right(each.by, each.at)
        ]
        if not admitted:
            break
        cache.admit(admitted)
    _erase(cache, rights)
    return rights


def _erase(cache: EntryCache, rights: Curators) -> None:
    named = {
        each
        for entry in cache.of_kinds([PAYLOADS_ERASED])
        if rights.had_right(entry.who, entry.stamp)
        for each in _ids(entry)
    }
    if named:
        fresh = named - cache.erased()
        if fresh:
            cache.erase(sorted(fresh))


def _ids(entry: Entry) -> list[str]:
    ids = (entry.payload or {}).get("ids")
    return [each for each in ids if isinstance(each, str)] if isinstance(ids, list) else []
