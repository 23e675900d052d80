"""Answers to the team's own forms, and what is known of a tagged PDF."""

import io
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, Final

from PIL import Image
from pypdf import PdfReader

from librarian.adapters.sample.papers import content
from librarian.adapters.sample.team import gather

TEAM_FORMS: Final = (
    "charter",
    "supervision",
    "meeting-request",
    "review-invitation",
    "experience-log",
)


@cache
def _charter() -> str:
    words = gather(Random(1)).words()
    return re.sub(r"\{(\w+)\}", lambda found: words[found[1]], content("charter.json"))


def charter_answers(**changed: Any) -> dict[str, Any]:
    """The made-up team's charter, with groups changed."""
    made: dict[str, Any] = json.loads(_charter())
    for name, value in changed.items():
        made[name] = {**made.get(name, {}), **value}
    return made


def a_picture() -> str:
    """A small picture as an answer holds it."""
    made = io.BytesIO()
    Image.new("RGB", (40, 20), (11, 102, 99)).save(made, "PNG")
    return f"data:image/png;base64,{b64encode(made.getvalue()).decode()}"


def answers_to(form: str) -> dict[str, Any]:
    """Complete answers to one of the team's forms."""
    return charter_answers() if form == "charter" else json.loads(json.dumps(_ANSWERS[form]))


def tags_of(pdf: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Every part of a PDF's structure tree in reading order: its tag, and what it says of it."""
    root: Any = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    roles = {str(k): str(v) for k, v in root["/StructTreeRoot"].get("/RoleMap", {}).items()}
    return [(roles.get(tag, tag), told) for tag, told in _walk(root["/StructTreeRoot"])]


def _walk(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from _walk(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]), dict(node)
        if "/K" in node:
            yield from _walk(node["/K"])


_ANSWERS: Final[dict[str, Any]] = {
    "supervision": {
        "about": {
            "supervisee": "Amara Okafor",
            "supervisor": "Carol Begum",
            "held": "2026-05-04",
            "minutes": 75,
            "kind": "planned",
            "may_read": "two",
        },
        "last": [{"id": "1", "what": "Visit in the afternoon", "who": "Amara", "state": "done"}],
        "you": {"well": "The girl spoke."},
        "child": [{"case": "C-100245", "life": "She sleeps again.", "decision": "Stay with it."}],
        "picture": [{"picture": a_picture(), "caption": "The flip chart: a map of who helps"}],
        "action": [{"what": "Ring the school", "who": "Amara", "due": "2026-05-11"}],
        "next": {"on": "2026-06-01", "starts": "09:30", "agreed": "yes"},
    },
    "meeting-request": {
        "meeting": {"case": "C-100245", "kind": "core-group", "purpose": "To look at the plan."},
        "by": {"name": "Amara Okafor", "contact": "020 7946 0123"},
        "when": {"day": "2026-05-04", "starts": "09:30", "minutes": 60, "fixed": "no"},
        "where": {"how": "room", "place": "The school"},
        "people": [{"name": "Ms Hall", "role": "Teacher", "needed": "must"}],
        "sign": {"ok": "yes"},
    },
    "review-invitation": {
        "child": {
            "case": "C-100245",
            "like": "Mia",
            "said_on": "2026-04-20",
            "part": "some",
            "when": "Not in art",
        },
        "wants": [
            {"who": "My gran", "wish": "there"},
            {"who": "Uncle Barnaby", "wish": "not", "why": "He shouts."},
        ],
        "people": [{"name": "Ms Hall", "role": "Teacher", "how": "email", "invite": "yes"}],
        "iro": {"day": "2026-05-11", "starts": "10:00", "place": "At home"},
        "carer": {"can": "yes"},
        "support": {"checked": "yes"},
    },
    "experience-log": {
        "meeting": {"on": "2026-05-04", "kind": "panel", "minutes": "60", "in_time": "yes"},
        "you": {"needed": "no", "gave": "nothing", "note": "yes", "better": "Send the papers."},
    },
}
