"""What is said of a form and its outputs in lists, and how long its drafts are kept."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Final

from librarian.application.forms.filling import Made
from librarian.domain.forms.form import FormDefinition

DRAFT_DAYS: Final = 28
"""How long a draft is kept where its form does not say."""
_MOST_SAID: Final = 120


def span_of(form: FormDefinition | None) -> timedelta:
    """Return how long a draft of a form is kept."""
    days = form.schema.get("x-draft-days") if form else None
    return timedelta(days=days if isinstance(days, int) else DRAFT_DAYS)


def what_of(form: FormDefinition) -> str:
    """Return the first paragraph of a form's guide below its heading, as far as sentences fit."""
    parts = (part.strip() for part in form.guide.split("\n\n"))
    first = next((part for part in parts if part and not part.startswith("#")), "")
    said = ""
    for sentence in re.split(r"(?<=[.?!])\s+", " ".join(first.split())):
        if said and len(said) + len(sentence) > _MOST_SAID:
            break
        said = f"{said} {sentence}".strip()
    return said


def texts_of(made: tuple[Made, ...]) -> tuple[tuple[str, str], ...]:
    """Return the outputs that are text, each with its name."""
    return tuple(
        (Path(each.name).stem, each.content.decode("utf-8", "replace"))
        for each in made
        if each.name.endswith(".txt")
    )
