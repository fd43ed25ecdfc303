"""The words that the search takes for one another: those that come with the program, and a site's own."""

from __future__ import annotations

import json
from collections import Counter

from prongsai.finish.synonyms import list_synonyms, render_synonyms
from prongsai.settings.synonyms import find_synonym_fault


def test_own_groups_come_before_ours() -> None:
    """A site's groups are added, and none of ours is lost."""
    own = ["รถขยะ", "รถเก็บขยะมูลฝอย"]

    assert json.loads(render_synonyms([own])) == [own, *(list(group) for group in list_synonyms())]


def test_types_of_lao_have_their_abbreviations() -> None:
    """What the types of LAO are called for short is read off their own data."""
    groups = [tuple(group) for group in list_synonyms()]

    assert ("องค์การบริหารส่วนตำบล", "อบต.") in groups
    assert ("เทศบาลนคร", "ทน.") in groups


def test_our_groups_are_as_a_site_must_write_its_own() -> None:
    """Each group has two words or more, each long enough to be searched, none twice in all groups."""
    groups = [list(group) for group in list_synonyms()]

    assert [fault for group in groups if (fault := find_synonym_fault(group))] == []
    assert [word for word, times in Counter(word for group in groups for word in group).items() if times > 1] == []
