"""PowerPoint files through python-pptx, and the slides of any page."""

import io
from datetime import UTC

from pptx import Presentation

from librarian.adapters.sample.pages import Form, Page
from librarian.adapters.sample.writers.word import core
from librarian.adapters.sample.writers.zipped import pack, unpack

Slide = tuple[str, list[str], list[str]]


def slides(page: Page) -> list[Slide]:
    """Return the title, lines and speaker notes of each slide; the first is the title slide."""
    found: list[Slide] = [(page.title, [line for line in (page.header, page.footer) if line], [])]
    for part in page.parts:
        if part.form in (Form.BREAK, Form.HEADING):
            found.append((part.text, [], []))
        elif part.form is Form.NOTE:
            found[-1][2].append(part.text)
        else:
            found[-1][1].append(" – ".join(part.cells) if part.form is Form.ROW else part.text)
    return found


def blank() -> bytes:
    """Return an empty presentation."""
    target = io.BytesIO()
    Presentation().save(target)
    return target.getvalue()


def show(page: Page, base: bytes) -> bytes:
    """Return page as a PowerPoint file."""
    deck = Presentation(io.BytesIO(base))
    for number, (title, lines, notes) in enumerate(slides(page)):
        slide = deck.slides.add_slide(deck.slide_layouts[0 if number == 0 else 1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\n".join(lines)
        if notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    if page.modified:
        deck.core_properties.modified = page.modified.astimezone(UTC).replace(tzinfo=None)
    target = io.BytesIO()
    deck.save(target)
    parts = unpack(target.getvalue())
    parts["docProps/core.xml"] = core(page)
    return pack(parts)
