"""What a commit did to an LAO's things: changed fields, what came and went, what bears another id now."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from prongsai.history.fields import compare_records, count_equal_fields
from prongsai.history.items import LAO, Items, Key, find_model, is_public
from prongsai.history.values import Form, list_fields, parse_value

_LIKE = 0.7  # share of equal fields from which two things are one under another id
_PARENTS = {"project": "plan", "progress": "round"}
# The order in which ids are followed: a project's plan first, then the project, then what tells of it.
_KINDS = ("lao", "plan", "round", "measures", "oit", "paper", "project", "progress")
_ID_WORDS = {
    "plan": "ช่วงปีของแผน",
    "round": "ปีงบประมาณและรอบ",
    "measures": "ปีงบประมาณ",
    "oit": "ปีการประเมิน ITA",
    "paper": "รหัสเอกสาร",
    "project": "รหัสโครงการ",
    "progress": "รหัสโครงการ",
}


class Action(StrEnum):
    """What happened to a thing."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"  # in the files only: nothing that anybody reads is another now


class Change(NamedTuple):
    """One change to a thing.

    Attributes:
        action: What happened.
        key: The thing's key after the change; before it, where it was removed.
        name: What it was called then; empty where only its key tells.
        path: The keys of the field in the YAML; empty where the thing as a whole came or went.
        field: The office's words for the field.
        old: The value before, empty for none.
        new: The value after.
        form: How both are written.
        former: The thing's key before, where it is another.
    """

    action: Action
    key: Key
    name: str = ""
    path: str = ""
    field: str = ""
    old: str = ""
    new: str = ""
    form: Form = Form.TEXT
    former: Key = ()


def find_changes(before: Items, after: Items) -> list[Change]:
    """Return what differs between two states of the things in some files.

    Args:
        before: The things in the changed files before the commit.
        after: Those in them after it.
    """
    before, after = _keep_public(before), _keep_public(after)
    pairs = _pair(before, after)
    gone, come = set(before) - set(pairs), set(after) - set(pairs.values())
    changes: list[Change] = []
    for old, new in pairs.items():
        changes += _compare(old, new, before[old], after[new])
    for keys, items, action in ((come, after, Action.ADDED), (gone, before, Action.REMOVED)):
        for key in sorted(keys):
            if not _goes_with_another(key, keys):
                changes.append(Change(action, key, _name(key, items[key])))
    return sorted(changes, key=lambda change: (_KINDS.index(change.key[0]), change.key))


def _keep_public(items: Items) -> Items:
    return {key: record for key, record in items.items() if is_public(key, record)}


def _goes_with_another(key: Key, keys: set[Key]) -> bool:
    """Tell whether a thing came or went with what it belongs to: a project with its plan, all with the LAO."""
    parent = (_PARENTS.get(key[0], ""), *key[1:-1])
    return key != LAO and (LAO in keys or parent in keys)


def _compare(old: Key, new: Key, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    name = _name(new, after) or _name(old, before)
    if old != new:
        is_told = old[-1] != new[-1] and "" not in old and old[0] != "progress"
        action = Action.RENAMED if is_told else Action.MOVED
        words = _ID_WORDS[new[0]] if is_told else ""
        yield Change(action, new, name, "", words, old[-1] if is_told else "", new[-1] if is_told else "", former=old)
    if before != after:
        model = find_model(new, after)
        left_out = "project" if new[0] == "progress" else None
        for change in compare_records(model, _complete(old, before), _complete(new, after)):
            if change.path != left_out:
                yield Change(Action.CHANGED, new, name, change.path, change.title, change.old, change.new, change.form)


def _complete(key: Key, record: dict[str, Any]) -> dict[str, Any]:
    """Return a plan with its years, which its folder tells where the file does not."""
    return {"years": key[1], **record} if key[0] == "plan" and key[1] else record


def _pair(before: Items, after: Items) -> dict[Key, Key]:
    """Return which thing of before is which of after: by its key, else by what it says."""
    pairs = {key: key for key in before if key in after}
    for kind in _KINDS:
        gone = [key for key in before if key[0] == kind and key not in pairs]
        come = [key for key in after if key[0] == kind and key not in pairs.values()]
        for key in gone:
            moved = _follow(key, pairs)
            if moved in come:
                pairs[key] = moved
                come.remove(moved)
        likeness = {
            (old, new): _compute_likeness(old, new, before[old], after[new])
            for old in gone
            for new in come
            if old not in pairs and len(gone) * len(come) <= 10_000  # a whole plan put in another's place
        }
        for (old, new), share in sorted(likeness.items(), key=lambda entry: (-entry[1], entry[0])):
            if share >= _LIKE and old not in pairs and new not in pairs.values():
                pairs[old] = new
    return pairs


def _follow(key: Key, pairs: dict[Key, Key]) -> Key:
    """Return the key of a thing after what it belongs to, or tells of, has another id."""
    kind, *ids = key
    if kind == "project":
        plan = pairs.get(("plan", ids[0]))
        return ("project", plan[1], ids[1]) if plan else key
    if kind == "progress":
        round_ = pairs.get(("round", ids[0]), ("round", ids[0]))
        projects = {old[2]: new[2] for old, new in pairs.items() if old[0] == "project"}
        return ("progress", round_[1], projects.get(ids[1], ids[1]))
    return key


def _compute_likeness(old: Key, new: Key, before: dict[str, Any], after: dict[str, Any]) -> float:
    if old[0] == "progress":
        return 0.0  # of two projects the same may be reported
    if old[0] == "project" and old[1] != new[1] and old[1]:
        return 0.0  # another plan has projects of its own
    if old[0] == "plan" and not old[1]:
        return 1.0  # the one plan of former times
    if old[0] == "project" and before.get("name") and before.get("name") == after.get("name"):
        return 1.0
    if find_model(old, before) is not find_model(new, after):
        return 0.0
    return count_equal_fields(find_model(new, after), before, after)


def _name(key: Key, record: dict[str, Any]) -> str:
    """Return what a thing is called in its own words."""
    wanted = {"project": "name", "paper": "subject"}.get(key[0])
    fields = (field for field in list_fields(find_model(key, record)) if field.key == wanted)
    return next((parse_value(field.hint, record.get(field.key)).text for field in fields), "")
