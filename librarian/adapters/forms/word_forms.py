"""Fills a service's own Word form, with jinja2 in its sandbox: answers are words, never tags.

A template gets at nothing but the words it is given; a name it has not been given is an error,
never a blank, so that a form cannot silently lose what it should say.
"""

import io
from collections.abc import Mapping
from zipfile import BadZipFile

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from librarian.domain.errors import LibrarianError


class WordForms:
    """Renders Word templates."""

    def render(self, template: bytes, words: Mapping[str, object]) -> bytes:
        """The filled-in form. Raises LibrarianError where the template is not in order."""
        environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        target = io.BytesIO()
        try:
            form = DocxTemplate(io.BytesIO(template))
            form.render(dict(words), environment, autoescape=True)
            form.save(target)
        except SecurityError as error:
            raise _refused("it asks for more than words") from error
        except UndefinedError as error:
            raise _refused(f"it asks for what it does not take ({error.message})") from error
        except TemplateError as error:
            raise _refused(f"a tag in it is not right ({error.message})") from error
        except (BadZipFile, KeyError, ValueError) as error:
            raise _refused("it is no Word file that can be read") from error
        return target.getvalue()


def _refused(why: str) -> LibrarianError:
    return LibrarianError(
        f"The Word form of a service cannot be filled in: {why}.",
        "Have its template put right; “librarian forms check” shows where.",
    )
