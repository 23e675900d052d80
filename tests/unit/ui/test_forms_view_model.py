"""What a person answers is there at once, is looked through once, and is never written over."""

from pytestqt.qtbot import QtBot

from tests.support.fakes import FakeClock
from tests.support.find_people import HeldJobs
from tests.support.form_desks import FakeBox, a_form_desk
from ui.forms import pausing
from ui.forms.view_model import LANE, FormsViewModel


def begun(jobs: HeldJobs) -> FormsViewModel:
    """A referral that was just begun, which looks through what was typed after no pause at all."""
    desk = a_form_desk(FakeClock(), FakeBox())
    model = FormsViewModel(jobs, lambda *_: None, lambda _: None, pause_ms=0)
    model.use(lambda: desk)
    model.begin("referral")
    jobs.run(LANE)
    return model


def test_an_answer_given_while_a_case_is_looked_up_stays() -> None:
    # Given a referral for which a case is being looked up
    jobs, said = HeldJobs(), list[str]()
    desk = a_form_desk(FakeClock(), FakeBox())
    model = FormsViewModel(
        jobs, lambda title, _: said.append(title), lambda error: said.append(error.title)
    )
    model.use(lambda: desk)
    model.begin("referral")
    jobs.run(LANE)
    model.known.fill_in("C-100245")

    # When the person answers meanwhile, and then what is known comes
    model.answer(("ref", "name"), "Sam Okoro")
    jobs.run(LANE)
    jobs.run(LANE)

    # Then both are there
    assert model.now
    assert model.now.value(("ref", "name")) == "Sam Okoro"
    assert model.now.value(("child", 0, "name")) == "Mia Rivers"


def test_what_is_typed_is_looked_through_once_typing_pauses(qtbot: QtBot) -> None:
    # Given a referral in which two letters are typed into a question that steers nothing
    jobs = HeldJobs()
    model = begun(jobs)
    assert model.now
    before = model.now.problems
    with qtbot.waitSignal(model.answered):
        model.answer(("ref", "name"), "S")
    model.answer(("ref", "name"), "Sa")
    assert model.now.value(("ref", "name")) == "Sa"
    assert model.now.problems is before

    # When typing pauses
    qtbot.waitUntil(lambda: pausing.LANE in jobs.lanes())
    assert jobs.lanes().count(pausing.LANE) == 1
    jobs.run(pausing.LANE)

    # Then what follows from it is there
    assert model.now.sheet.answers == {"ref": {"name": "Sa"}}
    assert model.now.problems is not before


def test_an_answer_that_steers_the_form_is_looked_through_at_once() -> None:
    # Given a referral
    jobs = HeldJobs()
    model = begun(jobs)
    assert model.now

    # When a child is said to be in danger, and services are chosen
    model.answer(("ref", "immediate"), "yes")
    stop = model.now.stop()
    model.answer(("services",), ["fgdm"])

    # Then both show at once
    assert stop
    assert [each.id for each in model.now.chosen] == ["fgdm"]


def test_a_page_is_turned_with_all_that_was_typed(qtbot: QtBot) -> None:
    # Given a form in which something was typed a moment ago
    jobs = HeldJobs()
    model = begun(jobs)
    assert model.now
    model.answer(("ref", "name"), "Sam Okoro")

    # When the answers are checked before typing paused
    with qtbot.waitSignal(model.looked):
        model.check()

    # Then that answer counts, and nothing is looked through later
    assert not any(each.question == "ref.name" for each in model.now.problems)
    assert pausing.LANE not in jobs.lanes()
