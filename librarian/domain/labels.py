"""Version labels as business support give them: v0.1 a draft, v1.0 approved, v1.1 DRAFT the next.

The scheme follows HMRC's guidance on version numbers (SIOG10345): whole numbers for approved
versions, a minor number for amendments.
"""

import re
from dataclasses import dataclass
from typing import Final, Self

_WRITTEN: Final = re.compile(
    r"v(?P<major>\d{1,4})\.(?P<minor>\d{1,4})(?P<draft> DRAFT)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """One version's label; a draft of v1.1 comes before v1.1 itself."""

    major: int
    minor: int
    approved: bool

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The label that text spells, or None: ``v1.0``, ``V0.2``, ``v1.1 DRAFT``."""
        found = _WRITTEN.fullmatch(text.strip())
        if not found:
            return None
        major, minor = int(found["major"]), int(found["minor"])
        return cls(major, minor, approved=major > 0 and not found["draft"])

    def next_draft(self) -> "Label":
        """The label of the draft that comes after this version."""
        if self.major and not self.approved:
            return self
        return Label(self.major, self.minor + 1, approved=False)

    def when_approved(self) -> "Label":
        """The label that a draft of this label gets when it is approved."""
        if not self.major:
            return Label(1, 0, approved=True)
        return Label(self.major, self.minor, approved=True)

    def __str__(self) -> str:
        draft = "" if self.approved or not self.major else " DRAFT"
        return f"v{self.major}.{self.minor}{draft}"


FIRST_DRAFT: Final = Label(0, 1, approved=False)
