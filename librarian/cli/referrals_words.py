"""The answers of the commands of referrals as people read them in a terminal."""

from typing import Any, Final

from librarian.cli.forms_words import where

STATES: Final = {
    "to_sign": "waits for sign-off",
    "returned": "sent back with a question",
    "refused": "not agreed to",
    "signed": "signed off, not sent yet",
    "to_send": "to be sent by you",
    "sent": "sent",
    "received": "received",
    "asked": "more information wanted",
    "answered": "more information given",
    "accepted": "accepted",
    "declined": "declined",
    "closed": "closed",
}
_STAGES: Final = {
    "unsigned": "waits for sign-off: {sign_off}",
    "begun": "not sent yet. {problem}",
    "placed": "not sent yet. {problem}",
    "sent": "sent to {place}",
    "letter": "send this message yourself: {place}",
    "purged": "kept long enough, deleted here",
}


def referrals(answer: dict[str, Any]) -> str:
    """Return all referrals, or what came of what was asked."""
    if "purged" in answer:
        return purged(answer)
    if "sections" in answer:
        return _read(answer)
    if "receipts" not in answer:
        lines = [_referral(each) for each in answer["referrals"]]
        return "\n".join(lines) if lines else "No referral was sent from here."
    lines = [
        f"{each['what']}\n  {each['remedy']}{where(each['question'])}"
        for each in answer.get("problems", ())
    ]
    for receipt in answer["receipts"]:
        lines.append(f"Case {receipt['case']}")
        lines += [f"  {each['name']}: {_stage(each)}" for each in receipt["services"]]
    return "\n".join(lines) if lines else "Nothing is left to be done."


def inbox(answer: dict[str, Any]) -> str:
    """Return what came into inboxes, or what a referral says."""
    if set(answer) == {"age_key"}:
        return f'Publish this: age_key = "{answer["age_key"]}"'
    if "answer_days" in answer:
        return (
            f"{answer['service']} takes referrals at {answer['inbox'] or answer['email'] or '?'}."
        )
    if "purged" in answer:
        return purged(answer)
    if "sections" in answer:
        return _shown(answer)
    lines = []
    for each in answer["inboxes"]:
        lines.append(f"{each['name']} ({each['service']})")
        lines += [f"  {_packet(packet)}" for packet in each["packets"]] or ["  Nothing came."]
    return "\n".join(lines) if lines else "No inbox can be read from here."


def purged(answer: dict[str, Any]) -> str:
    """Return how much was deleted."""
    count = len(answer["purged"])
    return f"Deleted: {count} referral{'' if count == 1 else 's'}."


def _referral(each: dict[str, Any]) -> str:
    overdue = "OVERDUE  " if each["overdue"] else ""
    until = f", until {each['due']}" if each["due"] else ""
    waits = "" if each["waits_on"] == "nobody" else f", waits on {each['waits_on']}{until}"
    line = f"{overdue}{each['case']}  {each['name']}: {STATES[each['state']]}{waits}"
    said = [f"\n    {word['words']}" for word in each["words"] if word["words"]]
    return f"{line}  [{each['referral']}]{''.join(said)}"


def _stage(each: dict[str, Any]) -> str:
    return _STAGES[each["stage"]].format(**each)


def _packet(each: dict[str, Any]) -> str:
    overdue = "OVERDUE  " if each["overdue"] else ""
    return f"{overdue}{each['packet']}: {STATES[each['state']]}, since {each['since']}"


def _shown(answer: dict[str, Any]) -> str:
    lines = list(answer["warnings"])
    for section in answer["sections"]:
        lines += ["", section["title"].upper()]
        lines += [f"{each['question']}: {each['answer']}" for each in section["answers"]]
    return "\n".join(lines)


def _read(answer: dict[str, Any]) -> str:
    """What goes to the service, what does not, and what was asked about it."""
    rest = {"warnings": ["", "NOT FOR THE SERVICE"], "sections": answer["not_for_the_service"]}
    said = [f"{each['who']}: {each['words']}" for each in answer["said"]]
    parts = [_shown(answer), _shown(rest) if rest["sections"] else "", "\n".join(said)]
    return "\n".join(filter(None, parts))


WORDS: Final = {"referrals": referrals, "inbox": inbox}
