"""The commit of the data that an LAO's pages are built of, where it is known."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from prongsai.history.repository import GitError, open_repository


class Commit(Struct, frozen=True):
    """The commit of the published branch that last changed an LAO's folder; with the boundary it tells all its history.

    Attributes:
        id: Its hash.
        is_all: Nothing was changed since.
        boundary: The commits before which a shallow clone knows nothing; empty where all is known.
    """

    id: str
    is_all: bool
    boundary: tuple[str, ...] = ()


def find_commits(plans: Path, slugs: Collection[str]) -> dict[str, Commit]:
    """Return the last commit of each LAO by its slug; there is none without git, and for a folder that is in none.

    Args:
        plans: The folder of plans.
        slugs: The LAOs' folders.
    """
    try:
        repository = open_repository(plans)
        commits = repository.list_commits(f":(top,literal){repository.prefix}")
        changed = {_find_slug(path, repository.prefix) for path in repository.list_uncommitted()}
    except GitError:
        return {}
    boundary = tuple(sorted(repository.boundary))
    found: dict[str, Commit] = {}
    for commit in commits:
        for slug in {_find_slug(change.path, repository.prefix) for change in commit.files}.intersection(slugs):
            found.setdefault(slug, Commit(commit.id, slug not in changed, boundary))
    return found


def _find_slug(path: str, prefix: str) -> str:
    return path.removeprefix(prefix).partition("/")[0] if path.startswith(prefix) else ""
