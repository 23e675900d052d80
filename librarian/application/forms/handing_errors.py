"""What stops handing over, each in words with a remedy."""

from librarian.domain.errors import LibrarianError


def unknown() -> LibrarianError:
    """The error of a referral that was not sent from here."""
    return LibrarianError(
        "This referral is not known on this computer.",
        "Look on the computer that it was sent from.",
    )


def locked() -> LibrarianError:
    """The error of answers whose passphrase was not given yet."""
    return LibrarianError(
        "What was answered is locked.", "Type your passphrase on the Forms page, then try again."
    )


def not_kept() -> LibrarianError:
    """The error of answers that are not there."""
    return LibrarianError(
        "What was answered is not kept on this computer.", "Hand the form over again, signed off."
    )


def not_agreed() -> LibrarianError:
    """The error of a referral that whoever signs such off has refused, or that was taken back."""
    return LibrarianError(
        "This referral was not agreed to.", "Take it back, change it, and send it anew."
    )
