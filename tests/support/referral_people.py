"""Whoever sent referrals, and somebody of a service, each before their page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from librarian.application.forms.referrals_desk import Referrals
from librarian.domain.referrals import State
from tests.support.find_people import PromptJobs
from tests.support.handing import Team
from tests.support.referral_desks import at_hand
from ui.inbox.view import InboxView
from ui.inbox.view_model import InboxViewModel
from ui.kit.theme import Theme
from ui.referrals.view import ReferralsView
from ui.referrals.view_model import ReferralsViewModel


class Sender:
    """Somebody who sent referrals, before the page."""

    def __init__(self, qtbot: QtBot, theme: Theme, team: Team, who: str = "") -> None:
        self.team = team
        self.desk: Referrals = team.desk(who)
        self.notices: list[str] = []
        self.went: list[str] = []
        self.complaints: list[str] = []
        self.model = ReferralsViewModel(
            PromptJobs(),
            lambda title, _: self.notices.append(title),
            lambda error: self.complaints.append(error.title),
            quiet_ms=0,
        )
        self.view = ReferralsView(
            theme, team.clock.now, self.model, lambda: self.went.append("team")
        )
        self.view.resize(1200, 800)
        qtbot.addWidget(self.view)
        self.model.setParent(self.view)
        self.model.use(at_hand(self.desk))
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.model.load()
        QApplication.processEvents()
        self.view.begin()

    def sees(self, words: str) -> bool:
        QApplication.processEvents()
        labels = self.view.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())

    def named(self, kind: type[QWidget], name: str) -> QWidget:
        QApplication.processEvents()
        parts = self.view.findChildren(kind)
        [found] = [p for p in parts if p.isVisible() and p.accessibleName() == name]
        return found

    def state_of(self, service: str, case: str = "") -> State:
        [found] = [
            each.referral
            for each in self.desk.follower.referrals()
            if each.referral.service == service and case in each.referral.case
        ]
        return found.state


class Worker:
    """Somebody of a service, before the page."""

    def __init__(self, qtbot: QtBot, theme: Theme, team: Team, desk: Referrals) -> None:
        self.team = team
        self.desk = desk
        self.notices: list[str] = []
        self.complaints: list[str] = []
        self.model = InboxViewModel(
            PromptJobs(),
            lambda title, _: self.notices.append(title),
            lambda error: self.complaints.append(error.title),
            quiet_ms=0,
        )
        self.view = InboxView(theme, team.clock.now, self.model)
        self.view.resize(1200, 800)
        qtbot.addWidget(self.view)
        self.model.setParent(self.view)
        self.model.use(at_hand(desk))
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.model.load()
        QApplication.processEvents()
        self.view.begin()

    def sees(self, words: str) -> bool:
        QApplication.processEvents()
        labels = self.view.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())

    def presses(self, words: str) -> None:
        QApplication.processEvents()
        buttons = self.view.findChildren(QPushButton)
        [found] = [each for each in buttons if each.isVisible() and each.text() == words]
        QTest.keyClick(found, Qt.Key.Key_Return)

    def rows(self) -> list[str]:
        items = (self.view.list.item(row) for row in range(self.view.list.count()))
        return [item.text() for item in items]

    def focused(self) -> QWidget:
        found: QWidget | None = self.view.focusWidget()
        return found or self.view
