"""The git repository that holds the folder of plans, asked by few commands; nothing here fetches or changes anything."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import Struct

# The first-parent line of the published branch. Without renames a file that moves is one that goes and one that comes.
_LOG = (
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--raw",
    "-O/dev/null",  # as git itself says how no file tells the order
    "-z",
    "--no-abbrev",
    "--format=%H%x00%P%x00%ct%x00%B%x00",
)
_FILES = frozenset({"100644", "100755"})  # neither links nor other repositories
# What a repository's own settings, hooks or a partial clone could start or fetch, and what would change the output.
_SAFE = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "log.follow=false",
    "-c",
    "log.showRoot=true",
    "-c",
    "color.ui=false",
    "-c",
    "diff.relative=false",
    "-c",
    "i18n.logOutputEncoding=UTF-8",
)
_QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# A hook that builds the site is given the place of the repository that called it.
_PLACES = frozenset(
    {"GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_WORK_TREE"}
)


class Source(StrEnum):
    """What a history was read from, or why it could not be."""

    GIT = "git"
    SHALLOW = "shallow"
    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    REFUSED = "refused"
    UNREAD = "unread"
    NOT_ASKED = "not-asked"


class GitError(Exception):
    """Raised when git cannot tell what was asked; ``source`` says why there is no history."""

    def __init__(self, source: Source) -> None:
        """Keep the reason."""
        super().__init__(source.value)
        self.source = source


class FileChange(Struct, frozen=True):
    """A file that a commit changed.

    Attributes:
        path: Where it stands after the commit, or stood before it; from the top of the repository.
        old: Its content before, empty where it was not there.
        new: Its content after, empty where it is gone.
        former: Where it stood before, if the commit moved it.
    """

    path: str
    old: str
    new: str
    former: str = ""


class Commit(Struct, frozen=True):
    """A commit of the published branch, compared with its first parent.

    Attributes:
        id: Its 40 hexadecimal digits.
        parents: Those of its parents, the first one first.
        time: When it was committed, in seconds since 1970.
        message: Its message.
        files: What it changed.
    """

    id: str
    parents: tuple[str, ...]
    time: int
    message: str
    files: tuple[FileChange, ...]


class Repository(Struct, frozen=True):
    """A repository as it stands.

    Attributes:
        folder: The folder of plans, where git is called.
        prefix: Its path from the top of the repository, ending in ``/``; empty where it is the top.
        head: The commit that is checked out.
        boundary: The commits before which a shallow clone knows nothing.
        storage: A file inside the repository's own folder in which results may be kept.
    """

    folder: Path
    prefix: str
    head: str
    boundary: frozenset[str]
    storage: Path

    def list_commits(self, *paths: str, finds_moves: bool = False) -> list[Commit]:
        """Return the commits of the published branch that changed something below some paths, the newest first.

        Args:
            paths: Patterns as git has them, from the top of the repository.
            finds_moves: A file that was moved is told as one change, not as two.

        Raises:
            GitError: Git cannot tell.
        """
        renames = "-M" if finds_moves else "--no-renames"
        output = _run(self.folder, *_LOG, renames, self.head, "--", *paths)
        return list(_parse_log(output))

    def list_uncommitted(self) -> list[str]:
        """Return the files of the folder that are not as the last commit has them, from the top of the repository.

        Raises:
            GitError: Git cannot tell.
        """
        output = _run(self.folder, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".")
        return [entry[3:] for entry in output.split("\0") if entry]

    def list_messages(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Return id, parents and message of every commit, merged ones too, the newest first.

        Raises:
            GitError: Git cannot tell.
        """
        fields = _run(self.folder, "log", "-z", "--topo-order", "--format=%H%x00%P%x00%B%x00", self.head).split("\0")
        # Three fields and the end of the record, which is empty.
        return [
            (id_, tuple(parents.split()), text)
            for id_, parents, text in zip(fields[::4], fields[1::4], fields[2::4], strict=False)
        ]


class Blobs:
    """The contents of files, asked one by one of one process."""

    def __init__(self, repository: Repository) -> None:
        """Start nothing yet."""
        self._folder = repository.folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """End the process."""
        if self._process:
            self._process.communicate()

    def read(self, blob: str) -> bytes | None:
        """Return a file's content; None where the repository does not have it.

        Raises:
            GitError: Git ended.
        """
        process = self._process = self._process or _start(self._folder, "cat-file", "--batch")
        if process.stdin is None or process.stdout is None:
            raise GitError(Source.UNREAD)
        try:
            process.stdin.write(f"{blob}\n".encode())
            process.stdin.flush()
        except OSError:
            raise GitError(Source.UNREAD) from None
        head = process.stdout.readline().split()
        if len(head) == 3 and head[1] == b"blob":
            data = process.stdout.read(int(head[2]) + 1)
            return data[:-1]
        if len(head) == 2 and head[1] == b"missing":
            return None
        raise GitError(Source.UNREAD)


def open_repository(folder: Path) -> Repository:
    """Return the repository that a folder lies in.

    Raises:
        GitError: There is no git, no repository, no commit, or git does not trust the folder.
    """
    asked = ("--show-prefix", "--is-shallow-repository", "--git-path", "shallow", "--git-path", "prongsai/history.json")
    lines = _run(folder, "rev-parse", *asked, "--verify", "HEAD^{commit}").split("\n")
    if len(lines) < 5:
        raise GitError(Source.UNREAD)
    prefix, is_shallow, boundary, storage, head = lines[:5]
    known = frozenset((folder / boundary).read_text("ascii").split()) if is_shallow == "true" else frozenset()
    return Repository(folder, prefix, head, known, folder / storage)


def _start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _PLACES}
    try:
        return subprocess.Popen(  # noqa: S603 - our own words, and paths behind "--"
            ["git", "--no-pager", *_SAFE, *arguments],  # noqa: S607 - wherever it is installed
            cwd=folder,
            env=environment | _QUIET,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if arguments[0] == "cat-file" else subprocess.PIPE,
        )
    except OSError:
        raise GitError(Source.NO_GIT) from None


def _run(folder: Path, *arguments: str) -> str:
    process = _start(folder, *arguments)
    output, said = process.communicate()
    if process.returncode == 0:
        return output.decode("utf-8", "surrogateescape")
    if b"dubious ownership" in said:
        raise GitError(Source.REFUSED)
    is_there = b"not a git repository" not in said and b"Needed a single revision" not in said
    raise GitError(Source.UNREAD if is_there else Source.NO_REPOSITORY)


def _parse_log(output: str) -> Iterator[Commit]:
    """Yield what git printed; a message holds no NUL, so nobody's words can be taken for git's."""
    fields = output.split("\0")
    place = 0
    while place + 4 <= len(fields) and fields[place].strip():
        id_, parents, time, message = fields[place : place + 4]
        place += 4
        while place < len(fields) and not fields[place].strip():
            place += 1
        files: list[FileChange] = []
        while place < len(fields) and fields[place].lstrip().startswith(":"):
            change, used = _parse_file(fields[place].strip(), fields[place + 1 : place + 3])
            files += [change] if change else []
            place += 1 + used
        yield Commit(id_.strip(), tuple(parents.split()), int(time), message, tuple(files))


def _parse_file(head: str, paths: Sequence[str]) -> tuple[FileChange | None, int]:
    """Return a change (None for what is no file, or kept its content) and how many paths belong to it."""
    old_mode, new_mode, old, new, status = head.lstrip(":").split(" ")
    old = old if old_mode in _FILES and old.strip("0") else ""
    new = new if new_mode in _FILES and new.strip("0") else ""
    if status[0] in "RC":
        return FileChange(paths[1], old, new, paths[0] if status[0] == "R" else ""), 2
    return (FileChange(paths[0], old, new) if old != new else None), 1
