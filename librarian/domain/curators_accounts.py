"""Accounts of people as operating systems spell them: a name, or a domain's name before it."""

import unicodedata


def same_account(one: str, other: str) -> bool:
    """Tell whether two spellings mean one account; a name without a domain fits any."""
    domain, name = _parts(one)
    other_domain, other_name = _parts(other)
    return name == other_name and (not domain or not other_domain or domain == other_domain)


def vouched(who: str, owner: str | None, reader: str) -> bool:
    """Tell whether a file's owner lets an entry of this person in it count.

    None is an owner that the file system does not tell. Files that the reader's own sync client
    fetched belong to the reader, whoever wrote them: that owner says nothing.
    """
    return owner is None or same_account(owner, who) or same_account(owner, reader)


def _parts(account: str) -> tuple[str, str]:
    spelled = unicodedata.normalize("NFC", account.strip()).casefold()
    domain, _, name = spelled.rpartition("\\")
    return domain, name
