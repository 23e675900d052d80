"""The minute room: everything about minutes that a window or a command asks for, with its files."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from librarian.application.forms.handing_ports import Letter
from librarian.application.forms.ports import PacketTray
from librarian.application.minutes.issuing import RECORD, Copies, Issuer
from librarian.application.minutes.made_up import is_made_up
from librarian.application.minutes.mailing import address_of, copy_letter, letter_of
from librarian.application.minutes.minute_desk import MinuteDesk, Returned
from librarian.application.minutes.ports import Meeting
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import Problem
from librarian.domain.minutes.carrying import said

_LARGEST: Final = 30_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the meeting as it is now, the folder, and what kept anything back."""

    meeting: Meeting
    folder: Path | None
    problems: tuple[Problem, ...] = ()
    letter: Path | None = None
    letters: tuple[tuple[str, Path], ...] = ()
    """Each reader, and where the message with their copy lies."""


class Samples(Protocol):
    """Made-up minutes, which are laid once."""

    def wanted(self) -> tuple[Meeting, ...]:
        """Those that are to be laid now."""

    def are_laid(self) -> None:
        """They lie there now; nobody gets them twice."""


@dataclass(frozen=True, slots=True)
class MinuteRoom:
    """Where minutes are taken at one desk; `tray` puts files into a folder, `post` a message.

    `take_in` opens what was locked with another passphrase, and keeps it under the one of now.
    """

    desk: MinuteDesk
    issuer: Issuer
    tray: Callable[[Path], PacketTray]
    post: Callable[[Letter], Path]
    take_in: Callable[[str], int]
    samples: Samples | None = None

    def arrive(self) -> None:
        """What is done whenever somebody looks at all minutes, before they are listed.

        What is past its time goes, the team's folder gets what it lacks, and made-up minutes are
        laid once, where somebody tries the sample drive.
        """
        self.desk.purge()
        self.desk.tend()
        for meeting in self.samples.wanted() if self.samples else ():
            self.desk.save(meeting)
        if self.samples:
            self.samples.are_laid()

    def forget_samples(self) -> None:
        """Take the made-up minutes away."""
        for meeting in self.desk.meetings():
            if is_made_up(meeting):
                self.desk.forget(meeting.id)

    def write_pack(self, meeting: Meeting, folder: Path) -> Path:
        """Write the pack in Word and on paper into a new folder, and return it."""
        name = f"{_case(meeting)} pack"
        shown = self.issuer.for_everybody(meeting)
        files = {f"{name}.docx": self.desk.pack(shown), f"{name}.pdf": self.desk.paper(shown)}
        return self.tray(folder).put(name, files)

    def post_pack(self, meeting: Meeting) -> Path:
        """Prepare a message with the pack, for somebody to fill in or comment on."""
        return self.post(letter_of(meeting, self._pack(meeting), kind="pack"))

    def post_comments(self, meeting: Meeting, words: str) -> Path:
        """Prepare a message to the minute-taker: what to change, and the pack to change it in.

        Raises LibrarianError where nothing is said.
        """
        if not words.strip():
            raise LibrarianError("There are no comments yet.", "Write what should be changed.")
        to = address_of(meeting, said(meeting.answers.get("meeting"), "taker"))
        files = self._pack(meeting)
        return self.post(letter_of(meeting, files, kind="comments", to=to, words=words))

    def _pack(self, meeting: Meeting) -> dict[str, bytes]:
        shown = self.issuer.for_everybody(meeting)
        return {f"{_case(meeting)} pack.docx": self.desk.pack(shown)}

    def read_file(self, meeting: Meeting, file: Path) -> Returned:
        """Take a pack that came back over. Raises LibrarianError where it cannot be read."""
        try:
            if file.stat().st_size > _LARGEST:
                raise LibrarianError("This file is too large for a pack.", "Choose another one.")
            content = file.read_bytes()
        except OSError as error:
            raise LibrarianError("This file cannot be opened.", "Is it open in Word?") from error
        return self.desk.read_back(meeting, content)

    def finish(self, meeting: Meeting, folder: Path) -> Written:
        """Write the page of actions, with a message ready to send, and the next date."""
        numbered, copies = self.issuer.finish(meeting)
        if copies.problems:
            return Written(numbered, None, copies.problems)
        files = {each.name: each.content for each in copies.made}
        with suppress(LibrarianError):  # no day was chosen yet: nothing to put into a calendar
            files[f"{_case(numbered)} next core group.ics"] = self.desk.invitation(numbered)
        letter = self.post(letter_of(numbered, _files("", copies), kind="actions"))
        place = self.tray(folder).put(f"{_case(numbered)} actions", files)
        return Written(numbered, place, (), letter)

    def draft(self, meeting: Meeting, folder: Path) -> Written:
        """Write the minutes as they are now, for whoever files them."""
        copies = self.issuer.copy_for(meeting, RECORD)
        if copies.problems:
            return Written(meeting, None, copies.problems)
        place = self.tray(folder).put(f"{_case(meeting)} minutes", _files("", copies))
        return Written(meeting, place)

    def issue(self, meeting: Meeting, folder: Path) -> Written:
        """Write each reader's copy, in a folder of its own and as a message, and the record's."""
        done, copies = self.issuer.issue(meeting)
        problems = tuple(dict.fromkeys(p for each in copies.values() for p in each.problems))
        if problems:
            return Written(done, None, problems)
        place = self.tray(folder).put(f"{_case(done)} issued", _all_files(copies))
        names = [name for name in copies if name != RECORD]
        letters = tuple(
            (name, self.post(copy_letter(done, name, number, copies[name].made)))
            for number, name in enumerate(names, 1)
        )
        return Written(done, place, letters=letters)


def _all_files(copies: Mapping[str, Copies]) -> dict[str, bytes]:
    """Files in a folder for each reader; folders bear numbers, for no name may stand in one."""
    found: dict[str, bytes] = {}
    number = 0
    for reader, each in copies.items():
        number += reader != RECORD
        found |= _files("record/" if reader == RECORD else f"reader {number}/", each)
    return found


def _files(folder: str, copies: Copies) -> dict[str, bytes]:
    return {f"{folder}{each.name}": each.content for each in copies.made}


def _case(meeting: Meeting) -> str:
    return meeting.case or "core group"
