"""Which pages have a picture of their own for link previews."""

from __future__ import annotations

from enum import StrEnum


class Cards(StrEnum):
    """What ``cards`` in ``mkdocs.yml`` may say; a page without a picture of its own shows that of its LAO."""

    ALL = "all"  # the site, LAOs, reports, projects
    REPORTS = "reports"  # all but projects
    NEVER = "never"
