"""What a person's last form of a kind left open, for the next one; kept encrypted on this computer.

Only whoever filled in the last one is offered it, for it opens with their own key alone. It goes
when the form's time of keeping is over, or when the next one about the same people is finished.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from librarian.application.forms.drafts_kept import DraftBox, Head
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.carrying_over import LastTime, about, carried_over, carries
from librarian.domain.forms.form import FormDefinition

_SHAPE: Final = "1"
_DAYS: Final = 365
"""How long it is kept where the form does not say."""


class LastTimes:
    """Keeps what forms hand to the next; without a key it keeps nothing."""

    def __init__(
        self, box: Callable[[], DraftBox | None], clock: Clock, new_id: Callable[[], str]
    ) -> None:
        self._box = box
        self._clock = clock
        self._new_id = new_id

    def all(self, forms: Mapping[str, FormDefinition]) -> tuple[LastTime, ...]:
        """What there is, the latest first; what is past its time is gone."""
        box = self._box()
        found = []
        for head in box.heads() if box else ():
            form = forms.get(head.form)
            if form is None or box is None:
                continue
            if self._today() - head.kept > _span(form):
                box.forget(head.id)
                continue
            last = _opened(box, head, form)
            found += [last] if last else []
        return tuple(sorted(found, key=lambda each: (each.kept, each.id), reverse=True))

    def keep(self, form: FormDefinition, answers: Mapping[str, object]) -> None:
        """Keep what a finished form leaves open, in the place of the last about the same people."""
        box = self._box()
        if box is None or not carries(form):
            return
        whom = about(form, answers)
        before = [each for each in self.all({form.id: form}) if each.about == whom]
        head = Head(self._new_id(), form.id, _SHAPE, self._today())
        box.save(head, {"about": list(whom), "answers": carried_over(form, answers)})
        for each in before:
            box.forget(each.id)

    def forget(self, last: str) -> None:
        """Delete it."""
        box = self._box()
        if box is not None:
            box.forget(last)

    def _today(self) -> date:
        return self._clock.now().astimezone().date()


def _opened(box: DraftBox, head: Head, form: FormDefinition) -> LastTime | None:
    """What was kept; None where it does not open here any more: it costs only itself."""
    try:
        told = box.load(head.id, head.form, _SHAPE)
    except LibrarianError:
        return None
    whom, answers = told.get("about"), told.get("answers")
    return LastTime(
        id=head.id,
        form=form.id,
        title=form.title,
        about=tuple(map(str, whom)) if isinstance(whom, list) else (),
        kept=head.kept,
        answers=answers if isinstance(answers, Mapping) else {},
    )


def _span(form: FormDefinition) -> timedelta:
    days = form.schema.get("x-retention-days")
    return timedelta(days=days if isinstance(days, int) else _DAYS)
