"""Whatever is read can be read: light, dark, and on every ground that is used."""

from dataclasses import fields

import pytest

from librarian.domain.kinds import Kind
from ui.kit.badges import KIND_NAMES
from ui.kit.colours import (
    BADGE_TEXT,
    BADGES,
    DARK,
    EDGE_PAIRS,
    LIGHT,
    TEXT_PAIRS,
    Colours,
)
from ui.kit.icons import FOLDER, icon_names

BOTH = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_measure_itself_knows_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", BOTH)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", BOTH)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_and_focus_rings_can_be_seen(colours: Colours, edge: str, ground: str) -> None:
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_file_has_a_badge_that_can_be_read_and_a_name(kind: Kind) -> None:
    colour, letters = BADGES[kind]
    assert contrast(BADGE_TEXT, colour) >= 4.5
    assert letters
    assert KIND_NAMES[kind]


def test_ticks_and_rings_are_drawn_in_the_colours_of_the_themes() -> None:
    ticks = {
        "tick-light": LIGHT.on_accent,
        "tick-dark": DARK.on_accent,
        "menu-tick-light": LIGHT.accent,
        "menu-tick-dark": DARK.accent,
        "ring-light": LIGHT.accent,
        "ring-dark": DARK.accent,
    }
    for name, colour in ticks.items():
        assert colour in (FOLDER / f"{name}.svg").read_text("utf-8"), name


def test_every_icon_but_ticks_and_rings_takes_the_colour_it_is_asked_for() -> None:
    for name in icon_names():
        if "tick" not in name and "ring" not in name:
            assert "currentColor" in (FOLDER / f"{name}.svg").read_text("utf-8"), name


def test_light_and_dark_differ_in_every_colour() -> None:
    assert all(getattr(LIGHT, f.name) != getattr(DARK, f.name) for f in fields(Colours))
