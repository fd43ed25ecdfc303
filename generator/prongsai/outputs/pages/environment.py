"""The Jinja environment of the page templates.

Every ``{{ expression }}`` passes through ``finalize``: it sets the LAO's digits and escapes the text for Markdown and
HTML, so that a template cannot forget to. What is already ``Markup`` (addresses, rendered parts) passes unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from prongsai.blocks.blocks import Line, Row
from prongsai.documents import formats
from prongsai.outputs.pages.aligning import align_heads
from prongsai.outputs.pages.escaping import escape_text
from prongsai.outputs.pages.folding import fold_groups
from prongsai.outputs.pages.lines import LineWriter
from prongsai.outputs.pages.page import relative_url
from prongsai.records.lao import Numerals
from prongsai.records.papers import Paper
from prongsai.thai.dates import format_thai_date
from prongsai.thai.digits import to_thai

_BLANK_LINES = re.compile(r"\n\n\n+")  # which is found far quicker than {3,}


@cache
def get_environment(numerals: Numerals) -> Environment:
    """Return the environment that writes with these digits."""

    def finalize(value: Any) -> Any:
        if isinstance(value, Markup):
            return value
        return write(str(value))

    write = get_writer(numerals)
    environment = Environment(
        loader=PackageLoader("prongsai.outputs.pages", "templates"),
        autoescape=True,
        auto_reload=False,  # templates do not change while the program runs
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # ``{#id}`` is Markdown's heading id here.
        comment_start_string="<#",
        comment_end_string="#>",
    )
    environment.filters |= {
        "sum": formats.format_sum,
        "sum_baht": formats.format_sum_baht,
        "money_baht": formats.format_money_baht,
        "percent": formats.format_share,
        "thai_date": format_thai_date,
        "address": _mark_address,
        "folded": fold_groups,
        "aligned": align_heads,
    }
    environment.globals |= {"page": _page, "attachments": _list_attachments}
    # Jinja folds constants before ``finalize`` sees them; ``n(12)`` gets its digits set like any value.
    environment.globals["n"] = lambda value: value
    return environment


def keep_compiled(store: BytecodeCache | None) -> None:
    """Let templates be compiled once for all builds.

    Args:
        store: Where they are kept; None where they are not.
    """
    for numerals in Numerals:
        get_environment(numerals).bytecode_cache = store


def _mark_address(value: object) -> Markup:
    """Escape an address, an id or a number inside one; its digits stay Arabic on every site."""
    return get_writer(Numerals.ARABIC)(str(value))


@cache
def get_writer(numerals: Numerals) -> Callable[[str], Markup]:
    """Return the function that sets digits and escapes one text; titles and names recur, so it remembers some."""

    @lru_cache(maxsize=4096)
    def write(text: str) -> Markup:
        return escape_text(to_thai(text) if numerals is Numerals.THAI else text)

    return write


def _find_no_file(_: str) -> None:
    """Stand in where a page has no data behind its tables."""


def _list_attachments(paper: Paper) -> list[tuple[str, str]]:
    """Return title and file of the attachments that have a file."""
    return [(attachment.title, attachment.file) for attachment in paper.attachments if attachment.file]


class _Page:
    """What macros ask of the page that is rendered. They are read once for all pages, and know none of its values."""

    url: Callable[[str], Markup]
    spans: Callable[[Line], Markup]
    items: Callable[[Sequence[Line]], Markup]
    row: Callable[[Row], Markup]
    table_file: Callable[[str], object]
    pictures: Mapping[str, object]
    photos: Mapping[str, object]
    language: str

    def turn_to(self, lines: LineWriter, values: Mapping[str, Any]) -> None:
        """Ask from now on a page that writes its lines so and shows these values."""
        self.url, self.spans, self.items, self.row = lines.url, lines.spans, lines.items, lines.row
        self.table_file = values.get("table_file", _find_no_file)
        self.pictures, self.photos = values.get("pictures", {}), values.get("photos", {})
        self.language = values.get("language", "")


_page = _Page()


def render(template: str, numerals: Numerals, path: str, **values: Any) -> Markup:
    """Return a rendered template.

    Args:
        template: File name in ``templates/``.
        numerals: Digits to write with.
        path: Path of the page in ``content/``; ``url("maesai/plan/index.md")`` in the template is relative to it.
        values: What the template shows.
    """

    def url(target: str) -> Markup:
        return _mark_address(relative_url(path, target))

    _page.turn_to(LineWriter(get_writer(numerals), url, _mark_address), values)
    text = get_environment(numerals).get_template(template).render(url=url, **values)
    text = _BLANK_LINES.sub("\n\n", text)
    return Markup(text)  # noqa: S704 - every expression in it was escaped
