"""Which services a referral goes to: those named on the spot, or those the answers name."""

from collections.abc import Sequence

from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition, Service
from librarian.domain.forms.visibility import value_at


def chosen_services(
    form: FormDefinition, answers: object, named: Sequence[str] = ()
) -> tuple[Service, ...]:
    """Return the chosen services, each once, in the form's order.

    Raises LibrarianError where one is not known, or services are named for a form without any.
    """
    wanted = set(named or _in_answers(answers)) if form.takes_services else set(named)
    known = {service.id: service for service in form.services}
    unknown = sorted(wanted - set(known))
    if unknown:
        raise LibrarianError(
            f"There is no service {unknown[0]} that takes this form.",
            f"Choose from: {', '.join(known) or 'none; leave --service out'}.",
        )
    return tuple(service for service in form.services if service.id in wanted)


def _in_answers(answers: object) -> tuple[str, ...]:
    given = value_at(answers, ("services",))
    return tuple(map(str, given)) if isinstance(given, list) else ()
