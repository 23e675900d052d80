"""Keeps the charter: drafted, confirmed and replaced by the same acts as every other document.

Bytes go through the version store before they come to lie on the drive, so nothing that anybody
wrote there is lost, and what counts is what is in the store.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from librarian.application.charter.desk import TIME, Answers, CharterEdition, CharterLook, Thing
from librarian.application.charter.making import CharterPress
from librarian.application.charter.page import answers_in
from librarian.application.history import History
from librarian.application.history_ports import ManagedFiles
from librarian.application.ports import Bus, Desktop, Drive, Store
from librarian.domain.acts_steps import Place, Replace
from librarian.domain.charter.sections import changes
from librarian.domain.clocks import moment
from librarian.domain.documents import Document, Version
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.events import DocumentsChanged
from librarian.domain.paths import key, name_of

HOME: Final = "Our charter.html"
_SIGNED: Final = "signature"
_log = logging.getLogger(__name__)


class CharterKeeper:
    """Shows the charter to all, and lets those who look after the drive change it."""

    def __init__(
        self,
        *,
        history: History,
        files: ManagedFiles,
        drive: Drive,
        press: CharterPress,
        desktop: Desktop,
        own: Store,
        scratch: Path,
        new_id: Callable[[], str],
        bus: Bus,
    ) -> None:
        self._history = history
        self._files = files
        self._drive = drive
        self._press = press
        self._desktop = desktop
        self._own = own
        self._scratch = scratch
        self._new_id = new_id
        self._bus = bus

    def look(self) -> CharterLook:
        """The charter as it stands; while the drive is away, as this desk knows it."""
        with suppress(LibrarianError):
            self._history.managed.refresh()
        document = self._document()
        current = self._edition(document.current) if document else self._found()
        draft = self._edition(_draft_of(document))
        before = self._before(document)
        if current:
            self._remember(current.answers)
        ledger = self._history.ledger
        return CharterLook(
            path=document.path if document else HOME,
            current=current,
            draft=draft,
            changed=changes(before.answers, current.answers) if before and current else (),
            to_come=changes(current.answers, draft.answers) if current and draft else (),
            may_change=ledger.rights.is_curator(ledger.who),
            keepers=ledger.rights.names,
            notice=self._notice(document),
            form=self._press.schema,
            renew_signature=bool(current) and self._is_other(current.answers if current else {}),
        )

    def draft(self, answers: Answers, note: str) -> CharterLook:
        """Put a new version forward. Raises LibrarianError where this person may not."""
        page = self._press.page(answers)
        self._history.managed.refresh()
        self._history.managed.check_right()
        document = self._document()
        if document is None and self._files.digest(HOME):
            self._history.publisher.publish(HOME, of=HOME, note="As it was found")
            document = self._document()
        place = self._place_of_draft(document)
        self._put(place, page)
        of = document.path if document else place
        self._history.publisher.publish(place, of=of, note=note)
        return self._told()

    def approve(self, note: str, seen: str) -> CharterLook:
        """Make the draft count; `seen` is its digest as the person read it.

        Raises ChangedError where it is another by now, LibrarianError where there is none.
        """
        self._history.managed.refresh()
        document = self._document()
        if document is None and self._files.digest(HOME):
            self._history.publisher.approve(HOME, of=HOME, note=note, seen=seen)
            return self._told()
        waiting = _draft_of(document)
        if document is None or waiting is None:
            raise LibrarianError("There is no draft of the charter.", "Write one first.")
        path = waiting.path
        of = document.path if document.current else path
        self._history.publisher.approve(path, of=of, note=note, seen=seen)
        return self._told()

    def make(self, thing: Thing, answers: Answers) -> bytes:
        """A file of the charter. Raises LibrarianError where it cannot be made."""
        return self._press.make(thing, answers)

    def name(self, thing: Thing, answers: Answers) -> str:
        """What a file of the charter is called."""
        return self._press.name(thing, answers)

    def save(self, thing: Thing, answers: Answers, target: Path) -> Path:
        """Write a file of the charter to target, where the person wants it.

        Raises LibrarianError where it cannot be written.
        """
        content = self.make(thing, answers)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            half = target.with_name(f"~{target.name}.part")
            half.write_bytes(content)
            half.replace(target)
        except OSError as error:
            raise LibrarianError(
                f"{target.name} could not be written.",
                "Close it where it is open, or choose another folder.",
            ) from error
        return target

    def print(self, answers: Answers) -> None:
        """Print the charter with the program that prints PDF files."""
        name = self.name(Thing.PDF, answers)
        self._desktop.print(self.save(Thing.PDF, answers, self._scratch / name))

    def code(self, answers: Answers) -> bytes:
        """The card's code, as SVG. Raises LibrarianError where the charter names no page."""
        return self._press.code(answers)

    def signed(self, answers: Answers) -> None:
        """Remember that this person copied the signature as it is now."""
        self._own.save(_SIGNED, {"line": self._press.signature_line(answers)})

    # How

    def _told(self) -> CharterLook:
        self._bus.publish(DocumentsChanged())
        return self.look()

    def _document(self) -> Document | None:
        """The charter's document; its file may have been moved to another folder."""
        managed = self._history.managed
        known = managed.at(HOME)
        if known:
            return known
        wanted = key(HOME)
        moved = (each for each in managed.documents.by_id.values() if key(each.path) != wanted)
        return next((each for each in moved if key(name_of(each.path)) == wanted), None)

    def _place_of_draft(self, document: Document | None) -> str:
        """Where a draft lies: in the charter's own place while nothing counts, else beside it."""
        if document is None or document.current is None:
            return document.path if document else HOME
        place = PurePosixPath(document.path)
        return str(place.with_name(f"{place.stem} DRAFT{place.suffix}"))

    def _put(self, place: str, page: bytes) -> None:
        """Bring the page to its place; what lies there is in the store, or it stays."""
        digest = sha256(page).hexdigest()
        self._history.store.put(self._kept(digest, page), digest)
        there = self._files.digest(place)
        if there == digest:
            return
        if there is None:
            self._files.carry_out(Place(place, digest), self._new_id())
        elif self._history.store.has(there):
            self._files.carry_out(Replace(place, there, digest), self._new_id())
        else:
            raise ChangedError(
                f"Somebody changed {name_of(place)} by hand.",
                "Move that file elsewhere, then put the draft forward again.",
            )

    def _kept(self, digest: str, page: bytes) -> Path:
        kept = self._scratch / f"{digest[:32]}.html"
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(page)
        except OSError as error:
            raise LibrarianError(
                "The charter could not be written.", "Make room on this computer."
            ) from error
        return kept

    def _edition(self, version: Version | None) -> CharterEdition | None:
        if version is None:
            return None
        return CharterEdition(
            answers=answers_in(self._recorded(version.sha256)),
            label=version.label,
            who=version.who,
            when=moment(version.since * 1_000_000),
            note=version.note,
            sha256=version.sha256,
        )

    def _before(self, document: Document | None) -> CharterEdition | None:
        reigns = document.approved if document else ()
        return self._edition(reigns[-2]) if len(reigns) > 1 else None

    def _recorded(self, digest: str) -> bytes:
        """A recorded page, verified each time: this computer's copy is only a copy."""
        kept = self._scratch / f"{digest[:32]}.html"
        content = kept.read_bytes() if kept.is_file() else b""
        if sha256(content).hexdigest() != digest:
            kept.unlink(missing_ok=True)
            kept.parent.mkdir(parents=True, exist_ok=True)
            self._history.store.copy_to(digest, kept)
            content = kept.read_bytes()
        return content

    def _found(self) -> CharterEdition | None:
        """A charter on the drive that nobody has decided about."""
        digest = self._files.digest(HOME)
        if digest is None:
            return None
        content = self._drive.locate(HOME).read_bytes()
        return CharterEdition(answers_in(content), sha256=digest)

    def _notice(self, document: Document | None) -> str:
        if document is None or document.current is None:
            return ""
        try:
            return self._history.lender.serve(document.path).notice
        except LibrarianError as error:
            _log.info("The charter's file could not be looked at: %s.", type(error).__name__)
            return ""

    def _remember(self, answers: Answers) -> None:
        """Keep when the team is with children, so that forms can tell without the drive."""
        time = answers.get("time")
        told = {"time": time if isinstance(time, dict) else {}}
        if self._own.load(TIME) != told:
            self._own.save(TIME, told)

    def _is_other(self, answers: Answers) -> bool:
        signed = self._own.load(_SIGNED)
        return bool(signed) and signed.get("line") != self._press.signature_line(answers)


def _draft_of(document: Document | None) -> Version | None:
    """The draft that waits: the last one, unless what counts came after it."""
    if document is None or not document.drafts:
        return None
    last, current = document.drafts[-1], document.current
    return last if current is None or last.since > current.since else None
