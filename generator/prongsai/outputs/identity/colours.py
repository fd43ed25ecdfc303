"""An LAO's colour on the header, with text on it that can be read in both colour schemes."""

from __future__ import annotations

from typing import NamedTuple

DEFAULT_COLOUR = "#17456b"
WHITE, BLACK = "#ffffff", "#000000"
_MINIMUM = 4.5  # WCAG 2.2, 1.4.3, level AA
_CALM = 7.0  # a bright area on a dark page dazzles


class Header(NamedTuple):
    """The header's background and the text on it, as ``#rrggbb``."""

    background: str
    text: str


def compute_contrast(first: str, second: str) -> float:
    """Return how far two colours stand apart in lightness, 1 to 21.

    Formula: (lighter + 0.05) / (darker + 0.05) of the relative luminances.
    Source: WCAG 2.2, definition of contrast ratio.

    Args:
        first: A colour as ``#rrggbb``.
        second: Another.
    """
    darker, lighter = sorted((_compute_luminance(first), _compute_luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def choose_header(colour: str) -> Header:
    """Return the header for the light scheme: the colour as it is, with white text, or black where white is too weak."""
    return Header(colour, WHITE if compute_contrast(colour, WHITE) >= _MINIMUM else BLACK)


def choose_dark_header(colour: str) -> Header:
    """Return the header for the dark scheme: the colour, darkened until white text stands out well."""
    channels = _split(colour)
    while compute_contrast(_join(channels), WHITE) < _CALM:
        channels = [channel * 19 // 20 for channel in channels]
    return Header(_join(channels), WHITE)


def render_style(colour: str) -> str:
    """Return the style sheet that sets the theme's header to an LAO's colour."""
    rules = ((":root", choose_header(colour)), ('[data-md-color-scheme="slate"]', choose_dark_header(colour)))
    return "".join(
        f"{selector} {{ --md-primary-fg-color: {header.background}; --md-primary-bg-color: {header.text}; }}\n"
        for selector, header in rules
    )


def mix(first: str, second: str, steps: int) -> list[str]:
    """Return the colours from one to another, both among them.

    Args:
        first: A colour as ``#rrggbb``.
        second: Another.
        steps: How many; at least 2.
    """
    pairs = list(zip(_split(first), _split(second), strict=True))
    return [_join([a + (b - a) * step // (steps - 1) for a, b in pairs]) for step in range(steps)]


def _compute_luminance(colour: str) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in _split(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _split(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _join(channels: list[int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)
