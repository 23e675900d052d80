"""Commands of referrals: hand over, follow, purge; read and answer a service's inbox."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from typing import Final

from librarian.application.forms.following import Followed
from librarian.application.forms.handing_journal import Record
from librarian.application.forms.handing_over import Order, Receipt
from librarian.application.forms.intake import Arrived
from librarian.application.forms.referrals_desk import Referrals
from librarian.bootstrap import LocalDesk
from librarian.cli.asking import Answer, drive_of
from librarian.cli.forms import case_of, problem_told, read_answers
from librarian.cli.signing_off import decide, read, sections_told
from librarian.domain.errors import LibrarianError
from librarian.domain.referrals import State

_Doing = Callable[[Referrals, argparse.Namespace], Answer]


def referrals(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Every referral, or with a word behind it what is done with one."""
    with _at(desk, asked) as found:
        if asked.doing == "send":
            return _send(desk, found, asked)
        return _REFERRALS[asked.doing or "list"](found, asked)


def inbox(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """What came into the inboxes that this person can read, or what is done with one packet."""
    with _at(desk, asked) as found:
        return _INBOX[asked.doing or "list"](found, asked)


@contextmanager
def _at(desk: LocalDesk, asked: argparse.Namespace) -> Iterator[Referrals]:
    with desk.catalogued(drive_of(desk, asked)) as drive:
        found = desk.referrals(drive)
        found.settle()
        found.send_signed()
        yield found


def _send(desk: LocalDesk, found: Referrals, asked: argparse.Namespace) -> Answer:
    given = read_answers(asked.answers)
    order = Order(
        id=_submission(asked),
        form=asked.form,
        given=given,
        services=asked.service,
        case=case_of(desk.forms(), asked),
        last=found.follower.last(asked.case) if asked.last else None,
        signed=dict(_signed(each) for each in asked.signed),
    )
    handed = found.hand_over.submit(order)
    receipts = [handed.receipt] if handed.receipt else []
    return {
        "ok": handed.filling.ok and all(receipt.is_complete for receipt in receipts),
        "receipts": [_receipt(receipt) for receipt in receipts],
        "problems": [problem_told(problem) for problem in handed.filling.problems],
    }


def _submission(asked: argparse.Namespace) -> str:
    """The same file of answers for the same services is the same submission: never sent twice."""
    told = "\n".join([asked.form, *sorted(asked.service), asked.case])
    return sha256(asked.answers.read_bytes() + told.encode()).hexdigest()[:32]


def _signed(told: str) -> tuple[str, str]:
    service, _, name = told.partition("=")
    if not name.strip():
        raise LibrarianError("It is not said who signed it off.", "Write --signed SERVICE=NAME.")
    return service, name


def _list(found: Referrals, _: argparse.Namespace) -> Answer:
    return {"referrals": [_followed(found, each) for each in found.follower.referrals()]}


def _resume(found: Referrals, _: argparse.Namespace) -> Answer:
    receipts = found.hand_over.resume()
    return {
        "ok": all(receipt.is_complete for receipt in receipts),
        "receipts": [_receipt(receipt) for receipt in receipts],
    }


def _sign(found: Referrals, asked: argparse.Namespace) -> Answer:
    """Sign off: one's own with the name of who did, somebody else's as the person one is."""
    if not asked.by:
        found.sign_offs.sign(asked.referral)
        return _list(found, asked)
    receipt = found.hand_over.sign(asked.referral, asked.by)
    return {"ok": receipt.is_complete, "receipts": [_receipt(receipt)]}


def _decide(found: Referrals, asked: argparse.Namespace) -> Answer:
    decide(found, asked)
    return _list(found, asked)


def _receipt_of(found: Referrals, asked: argparse.Namespace) -> Answer:
    record = found.hand_over.record(asked.referral)
    return {"receipts": [_receipt(found.hand_over.receipt(record.submission))]}


def _note(found: Referrals, asked: argparse.Namespace) -> Answer:
    state = State(asked.state)
    if state is State.SENT:
        found.follower.sent_by_hand(asked.referral)
    elif state is State.ANSWERED:
        found.follower.answer(asked.referral, asked.words)
    else:
        found.follower.note(asked.referral, state)
    return _list(found, asked)


def _purge(found: Referrals, _: argparse.Namespace) -> Answer:
    return {"purged": list(found.follower.purge())}


def _inboxes(found: Referrals, _: argparse.Namespace) -> Answer:
    return {
        "inboxes": [
            {
                "service": service.id,
                "name": service.name,
                "packets": [_arrived(each) for each in found.intake.packets(service.id)],
            }
            for service in found.intake.services()
        ]
    }


def _show(found: Referrals, asked: argparse.Namespace) -> Answer:
    shown = found.intake.show(asked.service, asked.packet)
    return {
        "warnings": list(shown.warnings),
        "sections": sections_told(shown.sections),
    }


def _answer(found: Referrals, asked: argparse.Namespace) -> Answer:
    found.intake.answer(asked.service, asked.packet, State(asked.state), asked.words)
    return _inboxes(found, asked)


def _purge_inbox(found: Referrals, asked: argparse.Namespace) -> Answer:
    return {"purged": list(found.intake.purge(asked.service))}


def _name(found: Referrals, asked: argparse.Namespace) -> Answer:
    _check_service(found, asked.service)
    told = {name: getattr(asked, name) for name in ("inbox", "age_key", "email", "answer_days")}
    address = found.addresses.name(asked.service, told)
    return {
        "service": address.service,
        "inbox": str(address.inbox) if address.inbox else None,
        "age_key": address.age_key,
        "email": address.email,
        "answer_days": address.answer_days,
    }


def _check_service(found: Referrals, service: str) -> None:
    if service not in found.services():
        raise LibrarianError(
            f"There is no service {service}.", f"Choose from: {', '.join(found.services())}."
        )


def _make_key(found: Referrals, asked: argparse.Namespace) -> Answer:
    _check_service(found, asked.service)
    return {"age_key": found.keys.make_key(asked.service)}


def _followed(found: Referrals, each: Followed) -> Answer:
    referral = each.referral
    return {
        "referral": referral.id,
        "case": referral.case,
        "service": referral.service,
        "name": found.name_of(referral.service),
        "state": str(referral.state),
        "since": referral.since.isoformat(),
        "due": referral.due.isoformat() if referral.due else None,
        "waits_on": str(referral.waits_on),
        "overdue": each.is_overdue,
        "mine": each.is_mine,
        "problem": each.record.problem if each.record else "",
        "words": [{"state": str(reply.state), "words": reply.words} for reply in each.replies],
    }


def _receipt(receipt: Receipt) -> Answer:
    return {
        "case": receipt.case,
        "complete": receipt.is_complete,
        "services": [_record(record) for record in receipt.records],
    }


def _record(record: Record) -> Answer:
    return {
        "referral": record.referral,
        "service": record.service,
        "name": record.title,
        "stage": str(record.stage),
        "packet": record.name,
        "place": record.place,
        "files": list(record.files),
        "fields": record.taken,
        "encrypted": record.sealed,
        "sign_off": record.sign_off,
        "problem": record.problem,
    }


def _arrived(each: Arrived) -> Answer:
    return {
        "packet": each.name,
        "case": each.slip.case,
        "state": str(each.referral.state),
        "since": each.referral.since.isoformat(),
        "due": each.referral.due.isoformat() if each.referral.due else None,
        "overdue": each.is_overdue,
        "encrypted": each.is_sealed,
        "files": list(each.files),
        "words": [{"state": str(reply.state), "words": reply.words} for reply in each.replies],
    }


_REFERRALS: Final[Mapping[str, _Doing]] = {
    "list": _list,
    "resume": _resume,
    "sign": _sign,
    "read": read,
    **dict.fromkeys(("ask", "refuse", "reply", "take-back"), _decide),
    "receipt": _receipt_of,
    "note": _note,
    "purge": _purge,
}
_INBOX: Final[Mapping[str, _Doing]] = {
    "list": _inboxes,
    "show": _show,
    "answer": _answer,
    "purge": _purge_inbox,
    "make-key": _make_key,
    "name": _name,
}
COMMANDS: Final[Mapping[str, Callable[[LocalDesk, argparse.Namespace], Answer]]] = {
    "referrals": referrals,
    "inbox": inbox,
}
