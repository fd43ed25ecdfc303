"""The rules, found in this package; a rule is a module with ``ID``, ``SEVERITY``, a Thai docstring and ``check``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Protocol

import generator.checks
from generator.load.plans import LoadedDossier
from generator.problem import Problem, Severity


class Rule(Protocol):
    """What a rule's module offers."""

    ID: str
    SEVERITY: Severity
    __doc__: str

    def check(self, loaded: LoadedDossier) -> Iterator[Problem]:
        """Yield what the rule finds in one LAO's records."""


@cache
def get_rules() -> tuple[Rule, ...]:
    """Return all rules in alphabetical order."""
    names = sorted(info.name for info in pkgutil.iter_modules(generator.checks.__path__) if info.name != "registry")
    return tuple(importlib.import_module(f"generator.checks.{name}") for name in names)


def find_problems(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield what the rules find in one LAO's records; nothing without a readable ``lao.yml``."""
    if loaded.dossier is not None:
        for rule in get_rules():
            yield from rule.check(loaded)
