"""Work goes on beside the window, and its answers come back into the window's thread."""

import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from librarian.domain.errors import DriveUnavailableError
from librarian.domain.events import DriveFound, DriveLost, Event
from tests.support.fakes import FakeBus
from ui.bridge.events import EventBridge
from ui.bridge.jobs import MishapError, ThreadJobs


class Asker(QObject):
    """Waits for answers, and notes in which thread they came."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.threads: list[threading.Thread] = []

    def take(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.append(threading.current_thread())


def _raise(error: Exception) -> Callable[[], object]:
    def work() -> object:
        raise error

    return work


def test_answers_come_in_order_and_in_the_thread_of_the_window(
    jobs: ThreadJobs, qtbot: QtBot
) -> None:
    # Given somebody who asks three things of one lane
    asker = Asker()

    # When they are answered
    for number in range(3):
        jobs.submit("search", partial(int, number), asker.take)
    qtbot.waitUntil(lambda: len(asker.answers) == 3)

    # Then they come in order, in the thread of the window
    assert asker.answers == [0, 1, 2]
    assert set(asker.threads) == {threading.current_thread()}


def test_a_lane_that_waits_does_not_hold_up_another(jobs: ThreadJobs, qtbot: QtBot) -> None:
    # Given a lane that waits for something
    asker, gate = Asker(), threading.Event()
    jobs.submit("keeper", lambda: gate.wait(20), asker.take)

    # When another lane is asked
    jobs.submit("search", lambda: "found", asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))

    # Then it answers first
    assert asker.answers == ["found"]
    gate.set()
    qtbot.waitUntil(lambda: asker.answers == ["found", True])


def test_a_failure_of_the_world_goes_to_whoever_takes_care_of_it(
    jobs: ThreadJobs, qtbot: QtBot
) -> None:
    # Given work that finds the drive away, and somebody who takes care of that
    asker, error = Asker(), DriveUnavailableError("The drive is away.", "Check the network.")
    complaints = Asker()
    jobs.complained.connect(complaints.take)

    # When it is done
    jobs.submit("search", _raise(error), asker.take, asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))

    # Then they hear of it, and nobody else
    assert asker.answers == [error]
    assert complaints.answers == []


def test_a_failure_that_nobody_takes_care_of_becomes_a_complaint(
    jobs: ThreadJobs, qtbot: QtBot
) -> None:
    # Given work that fails, and nobody who takes care
    error = DriveUnavailableError("The drive is away.", "Check the network.")
    asker, complaints = Asker(), Asker()
    jobs.complained.connect(complaints.take)

    # When it is done
    jobs.submit("search", _raise(error), asker.take)
    qtbot.waitUntil(lambda: bool(complaints.answers))

    # Then it is told as it is
    assert complaints.answers == [error]


@pytest.mark.logs_warnings
def test_a_fault_of_ours_is_logged_told_and_does_not_leave_anybody_waiting(
    jobs: ThreadJobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    # Given work with a bug in it
    asker, complaints = Asker(), Asker()
    jobs.complained.connect(complaints.take)

    # When it is done
    jobs.submit("search", _raise(KeyError("a bug")), asker.take, asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))

    # Then it is in the log, a person is told, and whoever waited knows
    assert "KeyError" in caplog.text
    assert [type(said) for said in complaints.answers] == [MishapError]
    assert [type(said) for said in asker.answers] == [MishapError]


def test_an_answer_for_somebody_who_has_gone_is_dropped(jobs: ThreadJobs, qtbot: QtBot) -> None:
    # Given three ways of asking, by somebody who goes away meanwhile
    gone, witness, gate = Asker(), Asker(), threading.Event()
    jobs.submit("search", lambda: gate.wait(20), gone.take)
    jobs.submit("search", lambda: "bound", partial(gone.take))
    jobs.owned_by(gone).submit("search", lambda: "owned", gone.answers.append)
    delete(gone)

    # When the answers come
    gate.set()
    jobs.submit("search", lambda: "last", witness.take)
    qtbot.waitUntil(lambda: bool(witness.answers))

    # Then nobody is called who is not there
    assert gone.answers == []


def test_what_still_waits_is_dropped_when_lanes_end(qtbot: QtBot) -> None:
    # Given a lane at work, and more work waiting
    jobs, asker, gate = ThreadJobs(), Asker(), threading.Event()
    done: list[str] = []
    started = threading.Event()

    def wait_at_the_gate() -> bool:
        started.set()
        return gate.wait(20)

    jobs.submit("search", wait_at_the_gate, asker.take)
    jobs.submit("search", lambda: done.append("late"), asker.take)
    started.wait(20)

    # When the lanes end
    threading.Timer(0.05, gate.set).start()
    ended = jobs.shutdown()

    # Then the present piece was finished, the next not begun, and no answer comes
    assert ended
    assert done == []
    qtbot.wait(0)
    assert asker.answers == []


def test_events_of_any_thread_arrive_in_that_of_the_window(qtbot: QtBot) -> None:
    # Given a bridge over a bus
    bus, listener = FakeBus(), Asker()
    bridge = EventBridge(bus)
    bridge.received.connect(listener.take)

    # When another thread publishes
    thread = threading.Thread(target=lambda: bus.publish(DriveFound()))
    thread.start()
    thread.join()
    assert listener.answers == []
    qtbot.waitUntil(lambda: bool(listener.answers))

    # Then the listener hears it in the window's thread
    assert listener.answers == [DriveFound()]
    assert listener.threads == [threading.current_thread()]


def test_a_muted_bridge_is_silent_even_about_what_was_on_its_way(qtbot: QtBot) -> None:
    # Given a bridge with an event on its way
    bus, listener = FakeBus(), Asker()
    bridge = EventBridge(bus)
    bridge.received.connect(listener.take)
    event: Event = DriveLost("gone")
    bus.publish(event)

    # When it is muted, and more is published
    bridge.mute()
    bus.publish(event)

    # Then nothing arrives
    qtbot.wait(0)
    assert listener.answers == []
