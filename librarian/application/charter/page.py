"""The charter's one file on the drive: a page that anybody can read, which carries its answers.

So the charter is found, previewed, compared, confirmed and archived like any other document, and
needs no program to be read. What it says is taken from the answers it carries, never from its
markup. The same answers always give the same bytes.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from librarian.application.forms.looking import cleaned
from librarian.application.forms.ports import FormShelf
from librarian.application.forms.validating import holds, problems_of
from librarian.application.forms.writing import Maker, Packet
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import Kind
from librarian.domain.forms.taking import cut
from librarian.domain.forms.visibility import Visibility

FORM: Final = "charter"
_OPENING: Final = b'<script type="application/json" id="charter">'
_CLOSING: Final = b"</script>"
_CARRIED: Final = re.compile(re.escape(_OPENING) + b"(.*?)" + re.escape(_CLOSING), re.DOTALL)
_LARGEST: Final = 2_000_000
_ANY_DAY: Final = date(2026, 1, 1)


def page_of(shelf: FormShelf, maker: Maker, given: Mapping[str, object]) -> bytes:
    """Return the page of a charter. Raises LibrarianError where an answer lacks or is not right."""
    form = shelf.load(FORM)
    answers = cleaned(given)
    seen = Visibility(form, answers, holds)
    for problem in problems_of(form, seen):
        raise LibrarianError(problem.what, problem.remedy)
    output = next(each for each in form.outputs if each.kind is Kind.PAGE)
    part = cut(form, output, seen.seen(), holds)
    page = maker.make(form, output, part, Packet(output.title, "", _ANY_DAY))
    told = json.dumps(answers, ensure_ascii=True, indent=1, sort_keys=True)
    carried = told.replace("<", "\\u003c").encode("ascii")
    return page.replace(b"</body>", _OPENING + carried + _CLOSING + b"\n</body>")


def answers_in(page: bytes) -> dict[str, object]:
    """Return the answers that a page carries. Raises LibrarianError where it carries none."""
    found = _CARRIED.search(page) if len(page) <= _LARGEST else None
    try:
        answers = json.loads(found[1]) if found else None
    except (ValueError, RecursionError):
        answers = None
    if not isinstance(answers, dict):
        raise LibrarianError(
            "This file is no charter that Librarian can read.",
            "Take an earlier version, or write the charter anew.",
        )
    return answers
