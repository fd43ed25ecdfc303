"""The hand-written pages that come with the package."""

from __future__ import annotations

from pathlib import Path

import pytest
from prongsai import places
from prongsai.outputs.package_pages import NAME, is_package_page, list_artifacts, list_package_pages, mark_page
from prongsai.outputs.writer import Writer

PAGE = b"---\ntitle: \xe0\xb8\x81\n---\n\n# \xe0\xb8\x81 {#top}\n"
GENERATED = b'---\ngenerated: "prongsai"\ntitle: "x"\n---\n'


def write(folder: Path, **files: bytes) -> None:
    """Write files; ``__`` in a name is a folder, ``_`` the dot of its ending."""
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def render(content: Path, package: Path) -> dict[str, bytes]:
    """Return what would be copied."""
    writer = Writer(content)
    found = list_artifacts(content, lambda path: writer.is_free(NAME, path), package)
    return {artifact.path: artifact.make() for artifact in found}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a checkout's folder of pages: two written by hand, one LAO generated."""
    folder = tmp_path / "package"
    write(folder, reading_md=PAGE, handbook__first_md=PAGE, handbook__pictures__menu_png=b"png", logo_svg=b"<svg/>")
    write(folder, index_md=GENERATED, maesai__index_md=GENERATED, maesai__files__photo_jpg=b"jpg")
    write(folder, maesai__assets__seal_png=b"png", schemas__lao_json=b"{}")
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return an LAO's folder of pages, empty."""
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def test_hand_written_pages_and_their_pictures_are_copied(package: Path, content: Path) -> None:
    """Pages in any depth and pictures near them are; generated pages and files of LAOs in the same folder are not."""
    assert sorted(render(content, package)) == [
        "handbook/first.md",
        "handbook/pictures/menu.png",
        "logo.svg",
        "reading.md",
    ]


def test_copied_page_tells_whose_it_is(package: Path, content: Path) -> None:
    """The key of generated pages is its first; the rest of it and pictures are as they were."""
    files = render(content, package)

    assert files["reading.md"] == PAGE.replace(b"---\n", b'---\ngenerated: "prongsai"\n', 1)
    assert files["handbook/pictures/menu.png"] == b"png"


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        (b"# x\n", b'---\ngenerated: "prongsai"\n---\n# x\n'),
        (b"---\r\ntitle: x\r\n---\r\n# x\r\n", b'---\ngenerated: "prongsai"\ntitle: x\n---\n# x\n'),
    ],
    ids=["no front matter", "line ends of Windows"],
)
def test_every_page_can_be_marked(page: bytes, marked: bytes) -> None:
    """A page without front matter gets one."""
    assert mark_page(page) == marked


@pytest.mark.parametrize(
    "name",
    ["reading.md", "reading/index.md", "handbook/first.md", "logo.svg"],
    ids=["page", "folder", "handbook", "picture"],
)
def test_page_written_by_a_person_wins(package: Path, content: Path, name: str) -> None:
    """A page of the same name or address that somebody wrote is not replaced; the others are still copied."""
    (content / name).parent.mkdir(exist_ok=True)
    (content / name).write_bytes(PAGE)
    left_out = "reading.md" if name.startswith("reading") else name

    files = render(content, package)

    assert left_out not in files
    assert len(files) == 3


def test_page_that_was_copied_before_is_copied_again(package: Path, content: Path) -> None:
    """A page that carries our key is ours, whatever it says."""
    (content / "reading.md").write_bytes(GENERATED)

    assert "reading.md" in render(content, package)


def test_checkout_needs_no_copies(package: Path) -> None:
    """Where the pages are at home nothing is copied, by whichever path the folder is named."""
    assert render(package / ".." / package.name, package) == {}


def test_our_own_pages_are_found() -> None:
    """The pages that every site has come with the package."""
    assert {"how-to-read.md", "accessibility.md"} <= set(list_package_pages(places.CONTENT))


def test_rules_page_is_the_package_s_whatever_a_checkout_has_in_its_place(tmp_path: Path) -> None:
    """A checkout may have a rules page of another state; one that a person wrote belongs to the site."""
    package, content = tmp_path / "package", tmp_path / "content"
    for folder in (package, content):
        (folder / "rules").mkdir(parents=True)
    written = content / "rules" / "index.md"
    written.write_bytes(mark_page(b"# new"))

    assert is_package_page(content, "rules/index.md", package)
    (package / "rules" / "index.md").write_bytes(mark_page(b"# old"))
    assert is_package_page(content, "rules/index.md", package)
    written.write_bytes(b"# own")
    assert not is_package_page(content, "rules/index.md", package)
