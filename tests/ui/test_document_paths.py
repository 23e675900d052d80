"""What people do with one document, key by key, over a made-up one."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from librarian.application.about import About, Sent
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.events import DocumentsChanged
from tests.support.document_desk import Desk
from tests.support.document_fakes import (
    ARCHIVED,
    CURRENT,
    GUIDE,
    LATEST,
    FakeRegistrar,
    confirmed_guide,
    unconfirmed_guide,
)
from ui.document import texts
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def a_keeper(known: About | None = None) -> FakeRegistrar:
    return FakeRegistrar(known or confirmed_guide(may_change=True))


def test_who_confirmed_it_and_how_to_reach_the_owner_is_there(desk: Desk) -> None:
    # Given a document that was confirmed, when a reader looks at it
    desk.sit_down(FakeRegistrar(confirmed_guide()))

    # Then it says by whom, and the owner's number, the next review, and who has it open
    assert desk.sees("Confirmed by Janet Bloom, 3 Mar")
    assert desk.sees("Practice Lead · 020 7946 0812")
    assert desk.sees("Duty Team Leader")
    assert desk.sees("3 March 2027")
    assert desk.sees("Priya Shah, since today 09:30")
    assert desk.view.editions.edition == CURRENT


def test_what_only_looks_so_is_never_called_confirmed(desk: Desk) -> None:
    # Given a document that nobody confirmed, when a reader looks at it
    desk.sit_down(FakeRegistrar(unconfirmed_guide()))

    # Then it says so, and the word for what was confirmed is nowhere
    assert desk.sees("Not confirmed yet")
    assert not desk.sees("Confirmed by")
    assert texts.ASK in desk.offers()


def test_an_older_version_beside_the_current_one(desk: Desk) -> None:
    # Given the archived version is chosen
    desk.sit_down(FakeRegistrar(confirmed_guide()))
    desk.press(Qt.Key.Key_End)
    assert desk.view.editions.edition == ARCHIVED

    # When C is pressed
    desk.press(Qt.Key.Key_C)

    # Then both are side by side, the keyboard is there, and Escape gives it back to the list
    assert desk.sees("4 differences")
    assert "not about them" in desk.view.side.comparison.toPlainText()
    desk.press(Qt.Key.Key_Escape)
    assert not desk.left
    assert desk.view.focusWidget() is desk.view.editions


def test_business_support_confirm_with_a_note(desk: Desk) -> None:
    # Given somebody who looks after the drive, before a version that nobody confirmed
    desk.sit_down(a_keeper(unconfirmed_guide(may_change=True)))

    # When they confirm it with a few words
    desk.press(Qt.Key.Key_Return, CONTROL)
    desk.types("Agreed in team meeting")
    desk.press(Qt.Key.Key_Return, CONTROL)

    # Then it is done with what they saw, and shown at once
    [deed] = desk.registrar.deeds
    assert deed == f"confirm Genogram guide - Guidance: Agreed in team meeting {LATEST.sha256[0]}"
    assert desk.notices == [texts.CONFIRMED_NOW]
    assert desk.sees("Confirmed by Janet Bloom")


def test_a_reader_asks_instead(desk: Desk) -> None:
    # Given a reader before a version that nobody confirmed
    desk.sit_down(FakeRegistrar(unconfirmed_guide()))

    # When they press the same keys
    desk.press(Qt.Key.Key_Return, CONTROL)

    # Then business support are asked, and nothing was confirmed
    assert desk.registrar.deeds == [f"ask Genogram guide - Guidance {LATEST.sha256[0]}"]
    assert desk.notices == [texts.ASKED_NOW]
    assert not {texts.CONFIRM, texts.PUT_FORWARD, texts.RESTORE} & desk.offers()


def test_a_suggestion_is_sent_and_an_empty_one_is_not(desk: Desk) -> None:
    # Given a reader who wants to suggest a change
    desk.sit_down(FakeRegistrar(confirmed_guide()))
    desk.press(Qt.Key.Key_E, CONTROL)
    desk.press(Qt.Key.Key_Return, CONTROL)
    assert desk.registrar.deeds == []

    # When they write what should be different
    desk.types("A larger box")
    desk.press(Qt.Key.Key_Return, CONTROL)

    # Then it is sent
    assert desk.registrar.deeds == ["suggest Genogram guide - Guidance c: A larger box"]


def test_where_nothing_can_be_written_a_message_is_ready(desk: Desk) -> None:
    # Given a drive that this reader cannot write on
    registrar = FakeRegistrar(unconfirmed_guide())
    registrar.sent = Sent(Path("/home/janet/message.eml"))
    desk.sit_down(registrar)

    # When they ask
    desk.pushes(texts.ASK)

    # Then their mail program gets the message
    assert desk.messages == [Path("/home/janet/message.eml")]
    assert desk.notices == [texts.MAIL_READY]


def test_an_archived_version_is_brought_back(desk: Desk) -> None:
    # Given the archived version is chosen by somebody who looks after the drive
    desk.sit_down(a_keeper())
    desk.press(Qt.Key.Key_End)

    # When they bring it back
    desk.pushes(texts.RESTORE)
    desk.pushes(texts.DO_IT[texts.RESTORE])

    # Then that is done, with what they saw in its place
    assert desk.registrar.deeds == ["restore v1.0 of Genogram guide - Guidance:  c"]
    assert desk.notices == [texts.RESTORED_NOW]


def test_a_question_about_one_document_is_none_about_the_next(desk: Desk) -> None:
    # Given somebody who was asked why a version should come back
    desk.sit_down(a_keeper())
    desk.press(Qt.Key.Key_End)
    desk.pushes(texts.RESTORE)

    # When another document is shown
    desk.model.look_at("Forms/Another.docx")

    # Then nothing is asked any more
    assert not desk.view.side.is_busy
    assert not desk.registrar.deeds


def test_a_change_after_it_was_confirmed_is_told_and_decided(desk: Desk) -> None:
    # Given a file that somebody changed after it was confirmed
    desk.sit_down(a_keeper(replace(confirmed_guide(may_change=True), edited=True)))
    assert desk.sees(texts.EDITED)

    # When business support put the confirmed one back
    desk.pushes(texts.EDITED_BACK)

    # Then that is done
    assert desk.registrar.deeds == ["put back Genogram guide - Guidance c"]


def test_readers_are_told_of_a_change_but_do_not_decide(desk: Desk) -> None:
    # Given a file that somebody changed after it was confirmed, when a reader looks at it
    desk.sit_down(FakeRegistrar(replace(confirmed_guide(), edited=True)))

    # Then they are told, and may only see the difference
    assert desk.sees(texts.EDITED)
    assert texts.SEE_DIFFERENCE in desk.offers()
    assert not {texts.EDITED_NEXT, texts.EDITED_BACK} & desk.offers()


def test_what_is_no_longer_what_was_seen_is_refused_and_shown_anew(desk: Desk) -> None:
    # Given somebody else was quicker
    registrar = a_keeper(unconfirmed_guide(may_change=True))
    desk.sit_down(registrar)
    registrar.refusal = ChangedError("It was changed since you looked.", "Look again.")
    asked = len(registrar.asked)

    # When it is confirmed
    desk.press(Qt.Key.Key_Return, CONTROL)
    desk.press(Qt.Key.Key_Return, CONTROL)

    # Then the person is told, and the page shows what is true now
    assert desk.complaints == ["It was changed since you looked."]
    assert len(registrar.asked) == asked + 1


def test_the_path_is_copied_and_a_dated_copy_saved(desk: Desk) -> None:
    # Given a document
    desk.sit_down(FakeRegistrar(confirmed_guide()))

    # When its path is copied and a dated copy saved
    desk.press(Qt.Key.Key_C, CONTROL)
    desk.press(Qt.Key.Key_S, CONTROL)

    # Then the clipboard has the path, and the copy is made
    assert QGuiApplication.clipboard().text() == f"/drive/{GUIDE}"
    assert desk.registrar.deeds == ["dated copy"]


def test_the_next_version_is_begun_as_a_draft_beside_the_current_one(desk: Desk) -> None:
    # Given somebody who looks after the drive, when they want to change the template
    desk.sit_down(a_keeper())
    desk.pushes(texts.CHANGE_TEMPLATE)

    # Then a draft of it is open, and they are told what to do with it
    assert [deed for deed in desk.registrar.deeds if deed.startswith("change")]
    assert [name.endswith(" v1.1 DRAFT.docx") for name in desk.opened] == [True]
    assert desk.notices == [texts.DRAFT_BEGUN]


def test_what_people_asked_for_is_ticked_off(desk: Desk) -> None:
    # Given a wish of a reader
    desk.sit_down(a_keeper())
    assert desk.sees("Please add a symbol")

    # When business support say that it is done
    desk.pushes(texts.ANSWERED)

    # Then it is off the list
    assert desk.registrar.deeds == ["answer w1"]
    assert not desk.sees("Please add a symbol")


def test_a_document_that_cannot_be_read_says_what_to_do(desk: Desk) -> None:
    # Given the drive is away
    registrar = FakeRegistrar(confirmed_guide())
    registrar.away = LibrarianError("The drive does not answer.", "Check the network.")

    # When the document is looked at
    desk.sit_down(registrar)

    # Then the page says so, and tries again when asked
    assert desk.sees("The drive does not answer.")
    registrar.away = None
    desk.pushes(texts.TRY_AGAIN)
    assert desk.sees("Confirmed by Janet Bloom")


def test_what_others_decide_shows_by_itself(desk: Desk) -> None:
    # Given a document that nobody confirmed
    registrar = FakeRegistrar(unconfirmed_guide())
    desk.sit_down(registrar)

    # When somebody else confirms it
    registrar.known = confirmed_guide()
    desk.model.take_event(DocumentsChanged())

    # Then it says so without being asked
    desk.qtbot.waitUntil(lambda: desk.sees("Confirmed by Janet Bloom"))


def test_escape_leads_back(desk: Desk) -> None:
    # Given a document
    desk.sit_down(FakeRegistrar(confirmed_guide()))

    # When Escape is pressed, then the person is where they were
    desk.press(Qt.Key.Key_Escape)
    assert desk.left


def test_enter_opens_a_version_or_shows_what_is_different(desk: Desk) -> None:
    # Given a version whose file lies in the archive, and one of which only the record is left
    recorded = replace(ARCHIVED, path="", sha256="9" * 64, label="v0.9")
    known = confirmed_guide()
    desk.sit_down(FakeRegistrar(replace(known, editions=(*known.editions, recorded))))
    desk.press(Qt.Key.Key_End)

    # When Enter is pressed on both
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Return)

    # Then one was put beside the current one, and the other was opened
    assert desk.registrar.deeds == ["compare v0.9 v2.0"]
    assert desk.opened == [ARCHIVED.path]
