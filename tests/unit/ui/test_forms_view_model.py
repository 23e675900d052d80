"""What a person answers while the case system is being asked is never written over."""

from tests.support.fakes import FakeClock
from tests.support.find_people import HeldJobs
from tests.support.form_desks import FakeBox, a_form_desk
from ui.forms.view_model import LANE, FormsViewModel


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
    model.fill_in("C-100245")

    # When the person answers meanwhile, and then what is known comes
    model.answer(("ref", "name"), "Sam Okoro")
    jobs.run(LANE)
    jobs.run(LANE)

    # Then both are there
    assert model.now
    assert model.now.value(("ref", "name")) == "Sam Okoro"
    assert model.now.value(("child", 0, "name")) == "Mia Rivers"
