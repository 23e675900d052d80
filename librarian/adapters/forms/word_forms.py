"""Fills a service's own Word form, with jinja2 in its sandbox: answers are words, never tags.

A template gets at nothing but the words it is given; a name it has not been given is an error,
never a blank, so that a form cannot silently lose what it should say.
"""

import io
from base64 import b64decode
from collections.abc import Mapping
from typing import Final
from zipfile import BadZipFile

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from librarian.domain.errors import LibrarianError
from librarian.domain.forms.formats import is_picture

WIDTH: Final = 120
"""How wide pictures are, in millimetres."""


class WordForms:
    """Renders Word templates."""

    def render(self, template: bytes, words: Mapping[str, object]) -> bytes:
        """The filled-in form. Raises LibrarianError where the template is not in order."""
        environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        target = io.BytesIO()
        try:
            form = DocxTemplate(io.BytesIO(template))
            form.render(_with_pictures(words, form), environment, autoescape=True)
            form.save(target)
        except SecurityError as error:
            raise _refused("it asks for more than words") from error
        except UndefinedError as error:
            raise _refused(f"it asks for what it does not take ({error.message})") from error
        except TemplateError as error:
            raise _refused(f"a tag in it is not right ({error.message})") from error
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError) as error:
            raise LibrarianError(
                "A picture in this form cannot be put into Word.", "Paste or draw it again."
            ) from error
        except (BadZipFile, KeyError, ValueError) as error:
            raise _refused("it is no Word file that can be read") from error
        return target.getvalue()


def _with_pictures(words: Mapping[str, object], form: DocxTemplate) -> dict[str, object]:
    return {name: _drawn(each, form) for name, each in words.items()}


def _drawn(value: object, form: DocxTemplate) -> object:
    """A value in which each picture can be put into the page."""
    if isinstance(value, str) and is_picture(value):
        content = b64decode(value.partition(",")[2])
        return InlineImage(form, io.BytesIO(content), width=Mm(WIDTH))
    if isinstance(value, Mapping):
        return _with_pictures(value, form)
    return [_drawn(each, form) for each in value] if isinstance(value, list) else value


def _refused(why: str) -> LibrarianError:
    return LibrarianError(
        f"The Word form of a service cannot be filled in: {why}.",
        "Have its template put right; “librarian forms check” shows where.",
    )
