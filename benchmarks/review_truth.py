"""How well each principle finds what it is meant to find, on drives that know the truth.

What the sample drive has of its own is judged as it is; what nobody has done there yet is planted
(`review_planted`). Names are judged where the drive's maker tells what was put into them.
"""

import argparse
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

from benchmarks.figures import Figure
from benchmarks.lineage_truth import TUNED, UNTUNED
from benchmarks.review_planted import HAPPENED, planted
from librarian.adapters.review_store import SqliteReviews
from librarian.adapters.sample import truth_path
from librarian.adapters.sample.versions import TODAY
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.drives import OpenDrive
from librarian.domain.actions import SetAside
from librarian.domain.catalogue_view import SeenFile, a_view
from librarian.domain.extraction import Reason
from librarian.domain.findings import Finding
from librarian.domain.principles import AnyPrinciple
from policies.loading import load_principles

_ENOUGH: Final = 0.95
_LEFT: Final = re.compile(r"/~\$[^/]+$|\.tmp$")
_PUT_AWAY: Final = re.compile(r"\b(?:archive|backup|old)\b", re.IGNORECASE)
_BROKEN: Final = (Reason.PASSWORD, Reason.DAMAGED, Reason.EMPTY, Reason.MISNAMED)
_OURS: Final = re.compile(r" v\d+\.\d+(?: DRAFT)?$")
_MONTHS: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
_DAY: Final = re.compile(
    rf"(?i)(?<!\d)(?:\d\d?\.\d\d?\.(?:\d\d){{1,2}}|(?:20)?\d{{6}})(?!\d)"
    rf"|(?<!\d)\d\d?(?:st|nd|rd|th)? (?:{_MONTHS}) \d{{4}}"
)


@dataclass(frozen=True, slots=True)
class Score:
    """What a principle found, against what there is."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / self.there if self.there else 1.0


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """The lower of precision and recall, of each principle over all seeds."""
    del arguments
    scores = [scores_of(folder, seed) for seed in (TUNED, *UNTUNED)]
    return [_figure(code, [each[code] for each in scores]) for code in scores[0]]


def scores_of(folder: Path, seed: int) -> Mapping[str, Score]:
    """Make the drive of a seed, look at it, and judge each principle."""
    desk = LocalDesk(folder / f"home {seed}")
    root = desk.make_sample(folder / f"drive {seed}", seed)
    with desk.catalogued(root) as drive:
        with drive.writing("benchmark") as scanner:
            scanner.scan(accept_losses=True)
        return judge(drive, json.loads(truth_path(root).read_text("utf-8")))


def judge(drive: OpenDrive, truth: Mapping[str, Any]) -> Mapping[str, Score]:
    """Return how well each principle does, by code."""
    store = SqliteReviews(drive.place / "catalogue.sqlite")
    files, left = store.whole().files, store.leftovers()
    store.close()
    plain = a_view(TODAY, files)
    sown = planted(files, truth, truth["seed"])
    sown.leftovers += left
    sown.expected["BRO01"] |= _broken(truth)
    seen = sown.view()
    by_code = {each.code: each for each in load_principles()}
    found = {code: _found(each, plain) for code, each in by_code.items()}
    told = _told(truth, files)
    scores = {code: _score(_subjects(found[code]), there) for code, there in told.items()}
    scores["DUP01"] = _copies(found["DUP01"], truth)
    named = {path for path, _ in _labelled(truth)}
    for code, there in _names(truth).items():
        scores[code] = _score(_subjects(found[code]) & named, there)
    for code, there in sown.expected.items():
        terms = {"happened": HAPPENED.date()} if code == "EVT01" else {}
        principle = by_code[code]
        subjects = {each.subject for each in principle.check(seen, principle.terms(**terms))}
        if code in ("FOL01", "FOL02"):
            subjects = {each for each in subjects if each.startswith("Planted/")}
        scores[code] = _score(subjects, there)
    return dict(sorted(scores.items()))


def _found(principle: AnyPrinciple, view: Any) -> tuple[Finding, ...]:
    return tuple(principle.check(view, principle.terms()))


def _told(truth: Mapping[str, Any], files: Iterable[SeenFile]) -> dict[str, set[str]]:
    """Return what the drive's own truth says is to be found."""
    present = {each.path for each in files}
    return {
        "PER01": set(truth["personal"]) & present,
        "CUR01": {path for told in truth["documents"] for path in _older(told)},
    }


def _broken(truth: Mapping[str, Any]) -> set[str]:
    """Return what cannot be opened, and what programs left behind."""
    reasons = {str(each) for each in _BROKEN}
    broken = {each["path"] for each in truth["broken"] if each["reason"] in reasons}
    left = {path for path in truth["passed_over"] if _LEFT.search(path)}
    return broken | {path for path in left if not path.startswith("Archive/")}


def _older(told: Mapping[str, Any]) -> Iterable[str]:
    """Yield files of versions before the current one, copies too, that are not put away."""
    paths = [each["path"] for each in told["versions"]]
    older = set(paths[: paths.index(told["current"])])
    older |= {copy["path"] for copy in told["copies"] if copy["of"] in older}
    return (path for path in older if not _PUT_AWAY.search(path.rpartition("/")[0]))


def _copies(found: Sequence[Finding], truth: Mapping[str, Any]) -> Score:
    """Judge copies: of each group one may stay, whichever; the others are to be set aside."""
    groups: dict[str, set[str]] = {}
    for told in truth["documents"]:
        for copy in told["copies"]:
            if copy["path"].rpartition(".")[2] == copy["of"].rpartition(".")[2]:
                groups.setdefault(copy["of"], {copy["of"]}).add(copy["path"])
    of = {path: name for name, group in groups.items() for path in group}
    right = 0
    for each in found:
        [action] = each.proposed
        kept = action.keeps if isinstance(action, SetAside) else ""
        right += of.get(each.subject, "-") == of.get(kept, "+")
    return Score(right, len(found), sum(len(group) - 1 for group in groups.values()))


def _labelled(truth: Mapping[str, Any]) -> Iterable[tuple[str, tuple[str, bool]]]:
    """Yield each file of a document with what its keepers put behind the title, and if copied."""
    for told in truth["documents"]:
        labels = {each["path"]: each["label"] for each in told["versions"]}
        yield from ((path, (label, False)) for path, label in labels.items())
        for copy in told["copies"]:
            marked = _stem(copy["path"]) != _stem(copy["of"])
            folder = copy["path"].rpartition("/")[0] == copy["of"].rpartition("/")[0]
            yield copy["path"], (labels[copy["of"]], marked and folder)


def _names(truth: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return whose names depart, as the drive's maker made them."""
    found: dict[str, set[str]] = {"NAM01": set(), "LAB01": set(), "DAT01": set()}
    for path, (label, copied) in _labelled(truth):
        stem = _stem(path)
        wordy = re.search(r"FINAL|OLD|old|superseded", label)
        signed = re.fullmatch(r"[A-Z]{2} \d\d\.\d\d\.\d\d", label)
        if ("_" in stem or wordy or signed or copied) and not path.startswith("Archive/"):
            found["NAM01"].add(path)
        if (re.search(r"\bv\d", label) or label == "DRAFT") and not _OURS.search(stem):
            found["LAB01"].add(path)
        if _DAY.search(stem):
            found["DAT01"].add(path)
    return found


def _stem(path: str) -> str:
    return normalize("NFC", path.rpartition("/")[2].rpartition(".")[0])


def _subjects(found: Iterable[Finding]) -> set[str]:
    return {each.subject for each in found}


def _score(found: set[str], there: set[str]) -> Score:
    return Score(len(found & there), len(found), len(there))


def _figure(code: str, scores: Sequence[Score]) -> Figure:
    worst = min(min(each.precision, each.recall) for each in scores)
    precision = min(each.precision for each in scores)
    recall = min(each.recall for each in scores)
    return Figure(
        f"{code}: the worst of {len(scores)} drives",
        worst,
        "",
        f"precision {precision:.3f}, recall {recall:.3f};"
        f" {sum(each.there for each in scores)} to be found",
        None,
        f"≥ {_ENOUGH}",
        worst >= _ENOUGH,
    )
