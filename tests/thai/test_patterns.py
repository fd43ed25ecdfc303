"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import gc
import re

import pytest
from prongsai.checks.registry import get_rules, get_site_rules
from prongsai.thai.patterns import compile_late


def test_it_is_compiled_when_it_is_used_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is compiled until a method is called; then it finds what ``re`` finds, and is not compiled again."""
    compiled = []
    compile_now = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or compile_now(*given))
    late = compile_late("(?P<word>แผน)[a-z]", re.IGNORECASE)
    assert not compiled
    assert [match["word"] for match in late.finditer("แผนA แผนb แผน1")] == ["แผน", "แผน"]
    assert late.sub("", "แผนA แผน1") == " แผน1"
    assert late.split("ก แผนA ข") == ["ก ", "แผน", " ข"]
    assert (late.match("แผน1"), compiled) == (None, [("(?P<word>แผน)[a-z]", re.IGNORECASE)])


def test_every_pattern_of_the_rules_is_one() -> None:
    """A wrong one would be told only by the first text that it is asked for."""
    get_rules(), get_site_rules()
    kind = type(compile_late(""))
    gc.unfreeze()  # what was loaded with the tests is among them
    patterns = [found for found in gc.get_objects() if isinstance(found, kind)]
    gc.freeze()
    assert len(patterns) > 300
    assert all(isinstance(pattern.flags, int) for pattern in patterns)
