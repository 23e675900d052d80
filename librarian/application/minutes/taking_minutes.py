"""The minute room: everything about minutes that a window or a command asks for, with its files."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from librarian.application.forms.handing_ports import Letter
from librarian.application.forms.ports import PacketTray
from librarian.application.minutes.issuing import RECORD, Copies, Issuer
from librarian.application.minutes.minute_desk import MinuteDesk, Returned
from librarian.application.minutes.ports import Meeting
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import Problem

_LARGEST: Final = 30_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the meeting as it is now, the folder, and what kept anything back."""

    meeting: Meeting
    folder: Path | None
    problems: tuple[Problem, ...] = ()
    letter: Path | None = None


@dataclass(frozen=True, slots=True)
class MinuteRoom:
    """Where minutes are taken at one desk; `tray` puts files into a folder, `post` a message."""

    desk: MinuteDesk
    issuer: Issuer
    tray: Callable[[Path], PacketTray]
    post: Callable[[Letter], Path]

    def write_pack(self, meeting: Meeting, folder: Path) -> Path:
        """Write the pack in Word and on paper into a new folder, and return it."""
        name = f"{_case(meeting)} pack"
        files = {f"{name}.docx": self.desk.pack(meeting), f"{name}.pdf": self.desk.paper(meeting)}
        return self.tray(folder).put(name, files)

    def post_pack(self, meeting: Meeting) -> Path:
        """Prepare a message with the pack, for somebody to fill in or comment on."""
        copies = Copies((), ())
        letter = self.issuer.letter(meeting, copies, kind="pack")
        files = {f"{_case(meeting)} pack.docx": self.desk.pack(meeting)}
        return self.post(Letter(letter.name, letter.to, letter.subject, letter.body, files))

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
        letter = self.post(self.issuer.letter(numbered, copies, kind="actions"))
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
        """Write a copy for each reader, in a folder of its own, and one for the record."""
        done, copies = self.issuer.issue(meeting)
        problems = tuple(dict.fromkeys(p for each in copies.values() for p in each.problems))
        if problems:
            return Written(done, None, problems)
        place = self.tray(folder).put(f"{_case(done)} issued", _all_files(copies))
        return Written(done, place)


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
