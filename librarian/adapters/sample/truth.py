"""What a sample drive knows of itself: which file is what, written beside the drive as JSON.

See the package's docstring for the format.
"""

from dataclasses import dataclass, field

from librarian.adapters.sample.papers import Document


@dataclass(slots=True)
class DocumentTruth:
    """One document: the files of its versions, oldest first, and which of them is current."""

    document: Document
    title: str
    current: str = ""
    versions: list[tuple[str, str]] = field(default_factory=list)
    copies: list[tuple[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """Return this as JSON takes it."""
        return {
            "id": self.document.id,
            "title": self.title,
            "current": self.current,
            "versions": [
                {"path": path, "label": label, "order": order}
                for order, (path, label) in enumerate(self.versions, start=1)
            ],
            "copies": [{"path": path, "of": of} for path, of in self.copies],
            "type": self.document.kind,
            "age": list(self.document.ages),
            "theme": list(self.document.themes),
            "language": self.document.language,
        }


@dataclass(slots=True)
class Truth:
    """Everything that is true of one sample drive."""

    seed: int
    team: str
    documents: list[DocumentTruth] = field(default_factory=list)
    personal: list[str] = field(default_factory=list)
    broken: list[tuple[str, str]] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    empty_folders: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """Return this as JSON takes it."""
        return {
            "made by": MADE_BY,
            "seed": self.seed,
            "team": self.team,
            "documents": [entry.as_json() for entry in self.documents],
            "personal": self.personal,
            "broken": [{"path": path, "reason": reason} for path, reason in self.broken],
            "passed_over": self.passed_over,
            "empty_folders": self.empty_folders,
        }


MADE_BY = "Librarian's sample drive"
