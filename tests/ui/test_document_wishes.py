"""Readers and owners speak up about a document: a problem, still right, a file that is gone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from librarian.application.about import Sent
from tests.support.document_desk import Desk
from tests.support.document_fakes import FakeRegistrar, confirmed_guide
from ui.document import texts
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def test_a_problem_is_reported_in_words(desk: Desk) -> None:
    # Given a reader whose form does not open
    desk.sit_down()

    # When they report it
    desk.pushes(texts.REPORT)
    desk.types("It does not open.")
    desk.pushes(texts.DO_IT[texts.REPORT])

    # Then Business Support have it, and the reader knows
    assert desk.registrar.deeds == ["report Genogram guide - Guidance: It does not open."]
    assert texts.REPORTED_NOW in desk.notices


def test_an_owner_says_that_it_is_still_right(desk: Desk) -> None:
    # Given a confirmed guide whose review is near, before somebody who only reads
    desk.sit_down(FakeRegistrar(replace(confirmed_guide(), may_vouch=True)))

    # When they say so, as its owner and then as anybody
    desk.pushes(texts.STILL_RIGHT)
    desk.registrar.vouched = Sent()
    desk.pushes(texts.STILL_RIGHT)

    # Then they hear what came of it
    assert texts.RIGHT_NOW in desk.notices
    assert texts.RIGHT_TOLD in desk.notices


def test_a_file_that_was_moved_by_hand_is_followed_or_put_back(desk: Desk) -> None:
    # Given a confirmed guide whose file somebody renamed in the file manager
    gone = replace(confirmed_guide(may_change=True), is_missing=True, lies_at="Old/Guide.docx")
    desk.sit_down(FakeRegistrar(gone))
    told = desk.sees("it is Old/Guide.docx now")

    # When Business Support take the new place, or put the confirmed one back
    desk.pushes(texts.FOLLOW)
    desk.pushes(texts.EDITED_BACK)

    # Then that is done
    assert told
    assert desk.registrar.deeds == [
        "follow Genogram guide - Guidance to Old/Guide.docx",
        "put back Genogram guide - Guidance ",
    ]


def test_a_reader_of_a_deleted_file_is_told_and_decides_nothing(desk: Desk) -> None:
    # Given a confirmed guide whose file is gone, when a reader looks at it
    desk.sit_down(FakeRegistrar(replace(confirmed_guide(), is_missing=True)))

    # Then they are told, and nothing can be done about it
    assert desk.sees(texts.MISSING)
    assert not {texts.FOLLOW, texts.EDITED_BACK} & desk.offers()


def test_a_missing_file_says_since_when(desk: Desk) -> None:
    # Given a confirmed guide whose file was not found for some days
    since = datetime(2026, 11, 3, 9, tzinfo=UTC)
    desk.sit_down(FakeRegistrar(replace(confirmed_guide(), missing_since=since)))

    # When somebody looks at it, then it says so
    assert desk.sees("The file has not been in its place since 3 Nov")
