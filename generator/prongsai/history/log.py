"""The change log of an LAO: commit by commit what became another, worked out once and kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from prongsai.history.cache import Unread, Worked, read_cache, write_cache
from prongsai.history.changes import Action, Change, find_changes
from prongsai.history.items import Items, Key, is_data_file, parse_items
from prongsai.history.lineage import Lineage, find_lineages
from prongsai.history.reasons import find_merged, parse_reason
from prongsai.history.repository import Blobs, Commit, GitError, Repository, Source, open_repository

_parse = lru_cache(maxsize=256)(parse_items)  # what a commit leaves is what the next one begins with
_BANGKOK = dt.timezone(dt.timedelta(hours=7))


class Entry(Struct, frozen=True):
    """A change with its day and its reason.

    Attributes:
        date: The day in Thailand on which it was committed.
        change: What happened.
        reason: Why, empty where nobody said.
        commit: The commit's id, empty for what the records themselves tell.
        key: The thing's key today; empty where it is no longer there.
    """

    date: dt.date
    change: Change
    reason: str = ""
    commit: str = ""
    key: Key = ()


class Log(Struct, frozen=True):
    """What is known of an LAO's changes.

    Attributes:
        source: Where it was read, or why there is nothing.
        entries: The changes, the newest first.
        begin: The day of the oldest commit that is known; None without any.
    """

    source: Source = Source.NOT_ASKED
    entries: tuple[Entry, ...] = ()
    begin: dt.date | None = None


def load_logs(plans: Path, slugs: Iterable[str]) -> Mapping[str, Log]:
    """Return the change log of each LAO by its slug; why there is none is told in it, and is never an error.

    Args:
        plans: The folder of plans.
        slugs: The LAOs.
    """
    names = tuple(sorted(slugs))
    try:
        return _read_logs(open_repository(plans), names)
    except GitError as error:
        return dict.fromkeys(names, Log(error.source))


@lru_cache(maxsize=4)  # the live preview asks again with every save, and nothing was committed in between
def _read_logs(repository: Repository, slugs: tuple[str, ...]) -> Mapping[str, Log]:
    known = read_cache(repository.storage)
    with Blobs(repository) as blobs:
        lineages = find_lineages(repository, blobs, slugs)
        folders = sorted({folder for lineage in lineages.values() for folder in lineage.folders})
        commits = repository.list_commits(*(f":(top,literal){folder}" for folder in folders)) if folders else []
        commits.reverse()
        reader = _Reader(repository, blobs, dict(known))
        worked = {slug: list(reader.work(commits, lineage)) for slug, lineage in lineages.items()}
    reasons = _find_reasons(repository, [commit for commit in commits if commit.id not in repository.boundary])
    if len(reader.known) > len(known) and not repository.boundary:  # of a shallow clone something may be missing
        write_cache(repository.storage, reader.known)
    source = Source.SHALLOW if repository.boundary else Source.GIT
    return {slug: _make_log(source, done, reasons) for slug, done in worked.items()}


class _Reader(Struct, frozen=True):
    """Works out what commits did, or finds it among what is known."""

    repository: Repository
    blobs: Blobs
    known: dict[str, Worked]

    def work(self, commits: Iterable[Commit], lineage: Lineage) -> Iterable[tuple[Commit, Worked]]:
        """Yield what each commit did to one LAO, the oldest first."""
        folder, unread = lineage.folders[-1], Unread()
        for commit in commits:
            before = folder
            if commit.id in lineage.moves:
                folder = lineage.folders[lineage.folders.index(lineage.moves[commit.id]) - 1]
            files = _list_files(commit, before, folder)
            if not files:
                continue
            if commit.id in self.repository.boundary:  # all that a shallow clone knows seems to have come with it
                yield commit, Worked()
                continue
            key = f"{commit.id} {before} {folder}"
            done = self.known.get(key) or self._compare(files, unread)
            self.known[key], unread = done, dict(done.unread)
            yield commit, done

    def _compare(self, files: Mapping[str, tuple[str, str]], unread: Unread) -> Worked:
        """Return what the files' new contents changed; one that cannot be read waits for the commit that mends it."""
        before, after, left = Items(), Items(), dict(unread)
        for name, (old, new) in files.items():
            if not is_data_file(name) or old == new:
                continue
            content = self._parse(name, new)
            if content is None:
                left.setdefault(name, old)
                continue
            before |= self._parse(name, left.pop(name, old)) or {}
            after |= content
        return Worked((*find_changes(before, after), *_find_new_files(files)), left)

    def _parse(self, name: str, blob: str) -> Items | None:
        if not blob:
            return {}
        data = self.blobs.read(blob)
        return None if data is None else _parse(name, data)


def _list_files(commit: Commit, before: str, after: str) -> dict[str, tuple[str, str]]:
    """Return the content before and after of each file that a commit changed, by its path in the LAO's folder."""
    files: dict[str, tuple[str, str]] = {}
    for change in commit.files:
        if change.path.startswith(before):
            name = change.path.removeprefix(before)
            files[name] = (change.old, files.get(name, ("", ""))[1] if before != after else change.new)
        if change.path.startswith(after) and before != after:
            name = change.path.removeprefix(after)
            files[name] = (files.get(name, ("", ""))[0], change.new)
    return files


def _find_new_files(files: Mapping[str, tuple[str, str]]) -> Iterable[Change]:
    """Yield the attached files whose content is another under the same name."""
    for name, (old, new) in sorted(files.items()):
        if name.startswith("files/") and old and new:
            yield Change(Action.CHANGED, ("file", name), name, "file", "เนื้อไฟล์", "ฉบับเดิม", "ฉบับใหม่")


def _find_reasons(repository: Repository, commits: list[Commit]) -> dict[str, str]:
    """Return the reason of each commit; a merge without one has those of what it brought."""
    reasons = {commit.id: parse_reason(commit.message) for commit in commits}
    if any(len(commit.parents) > 1 and not reasons[commit.id] for commit in commits):
        everything = repository.list_messages()
        messages = {id_: message for id_, _, message in everything}
        for id_, merged in find_merged(everything, _list_branch(everything)).items():
            if id_ in reasons and not reasons[id_]:
                given = (parse_reason(messages[other]) for other in merged)
                reasons[id_] = "; ".join(dict.fromkeys(filter(None, given)))
    return reasons


def _list_branch(commits: list[tuple[str, tuple[str, ...], str]]) -> list[str]:
    """Return the commits of the branch itself, the oldest first."""
    parents = {id_: known for id_, known, _ in commits}
    branch = [commits[0][0]]
    while (above := parents.get(branch[-1])) and above[0] in parents:
        branch.append(above[0])
    return branch[::-1]


def _make_log(source: Source, worked: list[tuple[Commit, Worked]], reasons: Mapping[str, str]) -> Log:
    """Return the log, the newest first, each change under the key that its thing has today."""
    entries: list[Entry] = []
    today: dict[Key, Key] = {}
    for commit, done in reversed(worked):
        date = dt.datetime.fromtimestamp(commit.time, tz=_BANGKOK).date()
        for change in done.changes:
            key = today.get(change.key, change.key)
            if change.action is not Action.MOVED:
                entries.append(Entry(date, change, reasons.get(commit.id, ""), commit.id, key))
        _go_back(today, done.changes)
    begin = min((dt.datetime.fromtimestamp(c.time, tz=_BANGKOK).date() for c, _ in worked), default=None)
    return Log(source, tuple(entries), begin)


def _go_back(today: dict[Key, Key], changes: Iterable[Change]) -> None:
    """Learn what the things were called before a commit: what came with it was not there."""
    renamed = {change.former: today.get(change.key, change.key) for change in changes if change.former}
    for change in changes:
        if change.former or change.action is Action.ADDED:
            today[change.key] = ()
    today |= renamed
