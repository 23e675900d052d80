"""Makes self-contained web pages with jinja2 in its sandbox: answers are words, never markup."""

from collections.abc import Mapping

from jinja2 import StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from librarian.domain.errors import LibrarianError


class WebPages:
    """Renders HTML templates."""

    def render(self, template: bytes, words: Mapping[str, object]) -> bytes:
        """The page. Raises LibrarianError where the template is not in order."""
        environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        try:
            return environment.from_string(template.decode("utf-8-sig")).render(words).encode()
        except SecurityError as error:
            raise _refused("it asks for more than words") from error
        except UndefinedError as error:
            raise _refused(f"it asks for what it does not take ({error.message})") from error
        except TemplateError as error:
            raise _refused(f"a tag in it is not right ({error.message})") from error
        except UnicodeDecodeError as error:
            raise _refused("it is no text in UTF-8") from error


def _refused(why: str) -> LibrarianError:
    return LibrarianError(
        f"A page cannot be made from a form: {why}.",
        "Have its template put right; “librarian forms check” shows where.",
    )
