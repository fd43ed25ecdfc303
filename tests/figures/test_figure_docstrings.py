"""Every figure tells its formula and its source."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator

import prongsai.figures


def find_figures() -> Iterator[Callable[..., object]]:
    """Yield every public function of the package that computes a figure."""
    for info in pkgutil.iter_modules(prongsai.figures.__path__, "prongsai.figures."):
        for name, function in inspect.getmembers(importlib.import_module(info.name), inspect.isfunction):
            if name.startswith("compute_") and function.__module__ == info.name:
                yield function


FIGURES = tuple(find_figures())


def test_figures_are_found() -> None:
    """The search for figures sees the modules, so that the next test has something to test."""
    assert {"compute_percent", "compute_round_results"} <= {figure.__name__ for figure in FIGURES}


def test_figures_tell_formula_and_source() -> None:
    """The docstring has a line for each, with words after the colon."""
    lacking = [
        (figure.__name__, label)
        for figure in FIGURES
        for label in ("Formula", "Source")
        if not re.search(rf"^{label}: \S", inspect.getdoc(figure) or "", re.MULTILINE)
    ]

    assert lacking == []
