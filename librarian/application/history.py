"""The team's shared history of one drive: every service over its documents, in one place."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from librarian.application.archive_labels import Labeller
from librarian.application.archiving import Archivist
from librarian.application.carrying_out import Hands
from librarian.application.comparing import Comparer
from librarian.application.contracting import Contractor
from librarian.application.copies import Copies
from librarian.application.copies_recognised import Recogniser
from librarian.application.disposing import Disposer
from librarian.application.history_ports import Checked, OwnerFiles, VersionStore
from librarian.application.holding import Holder
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.managed import Managed
from librarian.application.managed_deciding import Decider
from librarian.application.managed_looking import Examiner
from librarian.application.managed_serving import Lender
from librarian.application.owning import Owners
from librarian.application.planning import Planner
from librarian.application.publishing import Publisher
from librarian.application.recovering import Recoverer
from librarian.application.restoring import Restorer
from librarian.application.wishing import Postbox
from librarian.domain.errors import LibrarianError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class History:
    """What people do with documents; on a drive nobody looks after, acts are refused in words.

    `planner` makes plans of many changes, `contractor` makes those changes and takes them back.
    `managed.refresh` takes in what others did; `recoverer.recover` ends what broke off here.
    """

    ledger: LedgerKeeper
    managed: Managed
    publisher: Publisher
    restorer: Restorer
    archivist: Archivist
    holder: Holder
    postbox: Postbox
    owners: Owners
    comparer: Comparer
    copies: Copies
    recogniser: Recogniser
    lender: Lender
    owner_files: OwnerFiles
    planner: Planner
    contractor: Contractor
    disposer: Disposer
    labeller: Labeller
    recoverer: Recoverer
    decider: Decider
    examiner: Examiner
    store: VersionStore
    hands: Hands
    close: Callable[[], None]

    def catch_up(self) -> None:
        """Take in what others did and end what broke off here; while the drive is away, nothing."""
        try:
            self.recoverer.recover()
        except LibrarianError as error:
            _log.info("The history could not be read: %s.", type(error).__name__)

    def check_versions(self) -> Checked:
        """Whether every recorded version is there and undamaged."""
        self.managed.refresh()
        documents = self.managed.documents.by_id.values()
        needed = {each.sha256 for document in documents for each in document.versions}
        return self.store.check(needed)
