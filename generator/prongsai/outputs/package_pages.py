"""The hand-written pages that come with the package, for a site of data alone: how to read it, accessibility, handbook.

A page is copied with a key in its front matter that tells whose it is, so that it can be renewed and removed; a page of
the same address that a person wrote has no such key and wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from prongsai import places
from prongsai.outputs.artifact import Artifact, hold
from prongsai.outputs.pages.page import GENERATED_BY, GENERATED_KEY
from prongsai.outputs.writer import is_generated
from prongsai.pictures import ENDINGS

NAME = "package-pages"
_START = b"---\n"
_MARK = f'{GENERATED_KEY}: "{GENERATED_BY}"\n'.encode()
_KEPT_FOLDERS = frozenset({"handbook", "rules"})  # pages that no search finds and no data change
_BESIDE = ENDINGS | {".svg", ".txt"}


def list_artifacts(content: Path, is_free: Callable[[str], bool], package: Path = places.CONTENT) -> Iterator[Artifact]:
    """Yield the package's pages and their pictures; none in the checkout, where content is the package's own folder.

    Args:
        content: MkDocs' ``docs_dir``.
        is_free: Tells of a path whether no person placed a page or picture there, which wins.
        package: The folder that holds the pages.
    """
    if content.resolve() != package.resolve():
        for path in sorted(filter(is_free, list_package_pages(package))):
            data = (package / path).read_bytes()
            yield hold(path, mark_page(data) if path.endswith(".md") else data)


def list_package_pages(package: Path = places.CONTENT) -> Iterator[str]:
    """Yield the paths of the hand-written pages, and of the pictures and texts beside and below them.

    In a checkout generated pages and the files of LAOs may stand in the same folder.
    """
    pages = [page.relative_to(package) for page in package.rglob("*.md") if not is_generated(page)]
    yield from (page.as_posix() for page in pages)
    own = {page.parts[0] for page in pages if len(page.parts) > 1}
    for picture in package.rglob("*"):
        name = picture.relative_to(package)
        if picture.suffix.lower() in _BESIDE and (len(name.parts) == 1 or name.parts[0] in own):
            yield name.as_posix()


def is_package_page(content: Path, path: str, package: Path = places.CONTENT) -> bool:
    """Tell whether a page in ``content/`` is the package's own, as the package has it, and stays out of the search."""
    source = package / path
    if path.partition("/")[0] not in _KEPT_FOLDERS:
        return False
    page = (content / path).read_bytes()
    if not source.is_file() or is_generated(source):
        return page.startswith(_START + _MARK)  # the rules, which are generated; in a checkout those of any state
    original = source.read_bytes()
    return page in {original, mark_page(original)}


def mark_page(page: bytes) -> bytes:
    """Return a page whose front matter begins with the key of generated pages."""
    page = page.replace(b"\r\n", b"\n")
    return _START + _MARK + page.removeprefix(_START) if page.startswith(_START) else _START + _MARK + _START + page
