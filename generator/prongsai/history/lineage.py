"""Where an LAO's files lay in former times: its folder may have had another name, or stood in another place."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from prongsai.history.items import LAO, parse_items
from prongsai.history.repository import Blobs, Commit, FileChange, Repository

_LAO_FILE = "lao.yml"


class Lineage(Struct):
    """The folders of one LAO, from the top of the repository, each ending in ``/``.

    Attributes:
        folder: Where it lies now.
        moves: The commits that moved it, the newest first, with the folder that it lay in before.
    """

    folder: str
    moves: dict[str, str] = field(default_factory=dict)

    @property
    def folders(self) -> tuple[str, ...]:
        """Every folder that it lay in, the newest first."""
        return (self.folder, *self.moves.values())


def find_lineages(repository: Repository, blobs: Blobs, slugs: Iterable[str]) -> dict[str, Lineage]:
    """Return where each LAO's files lay, by its slug.

    Raises:
        GitError: Git cannot tell.
    """
    lineages = {slug: Lineage(f"{repository.prefix}{slug}/") for slug in slugs}
    commits = repository.list_commits(f":(top,glob)**/{_LAO_FILE}", finds_moves=True)
    for lineage in lineages.values():
        folder = lineage.folder
        for commit in commits:
            former = _find_former(commit, f"{folder}{_LAO_FILE}", blobs)
            if former is not None:
                folder = former.removesuffix(_LAO_FILE)
                lineage.moves[commit.id] = folder
    return lineages


def _find_former(commit: Commit, path: str, blobs: Blobs) -> str | None:
    """Return where a commit moved an LAO's file from, None where it did not; another LAO's file is no former one."""
    change = next((change for change in commit.files if change.path == path and change.former), None)
    return change.former if change and (change.old == change.new or _is_same_lao(change, blobs)) else None


def _is_same_lao(change: FileChange, blobs: Blobs) -> bool:
    records = [
        (parse_items(_LAO_FILE, blobs.read(blob) or b"") or {}).get(LAO, {}) for blob in (change.old, change.new)
    ]
    old, new = ([str(record.get(key, "")).strip() for key in ("name", "province")] for record in records)
    return all(old) and old == new
