"""The guide of a form as a person meets it: one line and two examples for each section."""

from dataclasses import dataclass
from typing import Final

_SECTION: Final = "## "
_GOOD: Final = "Good:"
_POOR: Final = "Poor:"


@dataclass(frozen=True, slots=True)
class SectionGuide:
    """What matters in one section, and a good and a poor example."""

    title: str
    line: str
    good: str = ""
    poor: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """A form's guide: what to know before, and a guide for each section by its title."""

    points: tuple[str, ...]
    sections: tuple[SectionGuide, ...]

    def of(self, title: str) -> SectionGuide:
        """The guide of a section; an empty one where there is none."""
        found = (each for each in self.sections if each.title == title)
        return next(found, SectionGuide(title, ""))


def guide_of(text: str) -> Guide:
    """Return the guide that a text spells: sections by headings, examples by their first word."""
    parts = [part.strip().splitlines() for part in f"\n{text}".split(f"\n{_SECTION}")]
    told = [part for part in parts[1:] if part]
    points = tuple(
        line.removeprefix("- ") for part in told for line in part[1:] if line.startswith("- ")
    )
    sections = tuple(_section(part) for part in told if not any(x.startswith("- ") for x in part))
    return Guide(points, sections)


def _section(lines: list[str]) -> SectionGuide:
    plain = [each for each in lines[1:] if each and not each.startswith((_GOOD, _POOR))]
    return SectionGuide(
        lines[0].strip(), " ".join(plain), _example(lines, _GOOD), _example(lines, _POOR)
    )


def _example(lines: list[str], word: str) -> str:
    found = (line.removeprefix(word).strip() for line in lines if line.startswith(word))
    return next(found, "")
