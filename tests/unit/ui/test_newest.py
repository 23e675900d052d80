"""While a lane works, only the newest question waits, and only its answer is heard."""

import pytest
from PySide6.QtCore import QObject

from librarian.domain.errors import LibrarianError
from tests.support.find_people import HeldJobs
from ui.bridge.newest import Newest

pytestmark = pytest.mark.usefixtures("qapp")


class Asker(QObject):
    """Asks numbers, and keeps what it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs = HeldJobs()
        self.heard: list[int] = []
        self.worked: list[int] = []
        self.failures: list[Exception] = []
        self.newest = Newest(self.jobs, "search", self.failures.append, self)

    def ask(self, number: int) -> None:
        def work() -> int:
            self.worked.append(number)
            return number

        self.newest.ask(work, self.heard.append)

    def ask_in_vain(self) -> None:
        def work() -> int:
            raise LibrarianError("The drive is away.", "Wait.")

        self.newest.ask(work, self.heard.append)


def test_a_question_is_answered() -> None:
    # Given somebody who asked
    asker = Asker()
    asker.ask(1)

    # When the lane has worked
    asker.jobs.run_all()

    # Then the answer is heard, and nothing is open
    assert asker.heard == [1]
    assert not asker.newest.is_open


def test_questions_do_not_pile_up_while_the_lane_works() -> None:
    # Given somebody who types faster than the lane works
    asker = Asker()
    for number in range(1, 10):
        asker.ask(number)

    # When the lane has worked
    asker.jobs.run_all()

    # Then only the first and the newest were worked on, and only the newest was heard
    assert asker.worked == [1, 9]
    assert asker.heard == [9]


def test_an_answer_to_an_older_question_is_dropped() -> None:
    # Given a newer question behind the one that is worked on
    asker = Asker()
    asker.ask(1)
    asker.ask(2)

    # When the older one is answered
    asker.jobs.run("search")

    # Then it is not heard, and the newer one is still open
    assert asker.heard == []
    assert asker.newest.is_open


def test_a_question_that_was_forgotten_has_no_answer() -> None:
    # Given a question that nobody wants answered any more
    asker = Asker()
    asker.ask(1)
    asker.newest.forget()

    # When the lane has worked
    asker.jobs.run_all()

    # Then nothing is heard
    assert asker.heard == []
    assert not asker.newest.is_open


def test_a_failure_is_told_and_the_next_question_is_asked() -> None:
    # Given a question that will fail
    asker = Asker()
    asker.ask_in_vain()
    asker.jobs.run_all()

    # When another one is asked
    asker.ask(2)
    asker.jobs.run_all()

    # Then the failure was told once, and the lane goes on
    assert [str(failure) for failure in asker.failures] == ["The drive is away. Wait."]
    assert asker.heard == [2]
