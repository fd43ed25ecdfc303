"""The LAO's colour on the header: readable text whatever the colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.outputs.identity.colours import choose_dark_header, choose_header, compute_contrast, render_style

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#7a4b00", "#7a4b00", 1.0)],
    ids=["most", "grey just below AA", "same"],
)
def test_contrast_is_that_of_wcag(first: str, second: str, expected: float) -> None:
    """Known pairs have the ratio that WCAG's own examples and checkers give."""
    assert round(compute_contrast(first, second), 2) == expected


@given(colours)
def test_text_on_every_colour_can_be_read(colour: str) -> None:
    """Whatever the colour, the header's text reaches 4.5:1 in both schemes."""
    for header in (choose_header(colour), choose_dark_header(colour)):
        assert compute_contrast(header.background, header.text) >= 4.5


def test_light_colour_gets_black_text_and_darkens_at_night() -> None:
    """Yellow stays yellow with black text on a light page, and turns dark with white text on a dark one."""
    assert choose_header("#ffd500") == ("#ffd500", "#000000")
    assert choose_dark_header("#ffd500").text == "#ffffff"
    assert choose_dark_header("#17456b").background == "#17456b"


def test_style_sets_both_schemes() -> None:
    """The style sheet sets the theme's two properties for each scheme, and holds nothing but colours."""
    style = render_style("#7a4b00")

    assert style.splitlines()[0] == ":root { --md-primary-fg-color: #7a4b00; --md-primary-bg-color: #ffffff; }"
    assert style.splitlines()[1].startswith('[data-md-color-scheme="slate"] { --md-primary-fg-color: #')
