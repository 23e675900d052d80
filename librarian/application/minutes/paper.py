"""The pack to print and write on: what its template is given."""

from librarian.domain.forms.form import FormDefinition
from librarian.domain.minutes.carrying import Answers
from librarian.domain.minutes.guide import Guide
from librarian.domain.minutes.pack import Box, Grid, PackSection, pack_of


def paper_of(form: FormDefinition, guide: Guide, answers: Answers) -> dict[str, object]:
    """Return what stands on paper: the guide's points, then each section with its boxes."""
    sections = [_section(each) for each in pack_of(form, guide, answers)]
    return {"title": form.title, "points": list(guide.points), "sections": sections}


def _section(section: PackSection) -> dict[str, object]:
    guide = section.guide
    told = {"title": section.title, "line": guide.line, "good": guide.good, "poor": guide.poor}
    return {**told, "grids": [_grid(each) for each in section.grids]}


def _grid(grid: Grid) -> dict[str, object]:
    if grid.columns:
        rows: list[object] = [[_on_paper(box) for box in row] for row in grid.rows]
    else:
        rows = [[row[0].title, _on_paper(row[0]), row[0].is_long] for row in grid.rows]
    return {"columns": list(grid.columns), "rows": rows}


def _on_paper(box: Box) -> str:
    """What stands in a box on paper: its text, else what can be ticked."""
    return box.text or "\n".join(f"[  ] {choice}" for choice in box.choices)
