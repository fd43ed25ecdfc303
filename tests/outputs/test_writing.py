"""Writing the pages: only what changed, whole files, nothing stale, nothing hand-written lost."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.exceptions import HandWrittenPageError, OutputError
from generator.pages.page import Page
from generator.writing import is_generated, read_publishable, write_pages


def make_page(path: str, body: str = "# หัวข้อ") -> Page:
    """Return a small page."""
    return Page(path, "ชื่อ", "คำบรรยาย", body)


def test_second_run_writes_nothing(tmp_path: Path) -> None:
    """The same input leaves every file alone."""
    pages = [make_page("index.md"), make_page("a/index.md")]
    first = write_pages(tmp_path, pages, {})
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}

    second = write_pages(tmp_path, pages, {})

    assert first.changed == ("index.md", "a/index.md")
    assert second.changed == second.removed == ()
    assert times == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}


def test_page_no_longer_wanted_is_removed_with_its_folder(tmp_path: Path) -> None:
    """A generated page that no record asks for disappears, and so does its empty folder."""
    write_pages(tmp_path, [make_page("a/projects/p01.md"), make_page("a/index.md")], {})

    written = write_pages(tmp_path, [make_page("a/index.md")], {})

    assert written.removed == ("a/projects/p01.md",)
    assert not (tmp_path / "a" / "projects").exists()


def test_hand_written_page_is_never_touched(tmp_path: Path) -> None:
    """A page without our mark is neither removed nor overwritten, and nothing else is written then."""
    (tmp_path / "index.md").write_text("# ของเรา", encoding="utf-8")
    (tmp_path / "about.md").write_text("# เกี่ยวกับ", encoding="utf-8")

    with pytest.raises(HandWrittenPageError, match=r"index\.md"):
        write_pages(tmp_path, [make_page("a/index.md"), make_page("index.md")], {})

    assert (tmp_path / "index.md").read_text(encoding="utf-8") == "# ของเรา"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["about.md", "index.md"]


@pytest.mark.parametrize("failing_call", ["replace", "write_bytes"])
def test_interrupted_run_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing_call: str
) -> None:
    """A run that is cut off while a file is written leaves the old bytes and no scrap."""
    write_pages(tmp_path, [make_page("index.md", "# เก่า")], {})
    before = (tmp_path / "index.md").read_bytes()

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, failing_call, stop)
    with pytest.raises(KeyboardInterrupt):
        write_pages(tmp_path, [make_page("index.md", "# ใหม่")], {})

    assert [path.name for path in tmp_path.iterdir()] == ["index.md"]
    assert (tmp_path / "index.md").read_bytes() == before


def test_unwritable_place_is_told_in_thai(tmp_path: Path) -> None:
    """A file where a folder is needed gives a Thai message, not a traceback."""
    (tmp_path / "a").write_text("ไฟล์", encoding="utf-8")

    with pytest.raises(OutputError, match="ไม่ได้"):
        write_pages(tmp_path, [make_page("a/index.md")], {})


def test_stale_file_of_an_lao_is_removed(tmp_path: Path) -> None:
    """A published file that no record names any more disappears; files of hand-written folders stay."""
    original = tmp_path / "original.pdf"
    original.write_bytes(b"%PDF-1.4")
    content = tmp_path / "content"
    (content / "about" / "files").mkdir(parents=True)
    (content / "about" / "files" / "map.pdf").write_bytes(b"%PDF-1.4")
    write_pages(content, [make_page("a/index.md")], {"a/files/x.pdf": original})

    written = write_pages(content, [make_page("a/index.md")], {})

    assert written.removed == ("a/files/x.pdf",)
    assert (content / "about" / "files" / "map.pdf").exists()


def test_own_file_is_written_once_and_removed_when_stale(tmp_path: Path) -> None:
    """A table that we made is written like a page: only when it changed, and not left behind."""
    page = make_page("a/oit/2567.md")
    first = write_pages(tmp_path, [page], {"a/oit/2567.csv": b"x", "a/oit/2566.csv": b"x"})
    second = write_pages(tmp_path, [page], {"a/oit/2567.csv": b"x"})

    assert first.changed == ("a/oit/2567.md", "a/oit/2567.csv", "a/oit/2566.csv")
    assert (second.changed, second.removed) == ((), ("a/oit/2566.csv",))


def test_files_of_a_removed_lao_are_removed(tmp_path: Path) -> None:
    """When an LAO goes, its pages and its files go."""
    original = tmp_path / "original.pdf"
    original.write_bytes(b"%PDF-1.4")
    content = tmp_path / "content"
    content.mkdir()
    write_pages(content, [make_page("a/index.md"), make_page("index.md")], {"a/files/x.pdf": original})

    write_pages(content, [make_page("index.md")], {})

    assert not (content / "a").exists()


def test_picture_loses_its_metadata_and_stands_upright(tmp_path: Path) -> None:
    """A published picture carries no place, camera or time, and is turned as its camera said."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"  # GPS
    original = tmp_path / "photo.jpg"
    Image.new("RGB", (20, 10), "red").save(original, exif=exif, comment=b"secret")

    with Image.open(BytesIO(read_publishable(original))) as published:
        assert published.size == (10, 20)
        assert not published.getexif()
        assert "comment" not in published.info


def test_mark_is_recognised_only_at_the_start(tmp_path: Path) -> None:
    """A hand-written page that mentions the mark is not ours."""
    page = tmp_path / "page.md"
    page.write_text('# หน้า\n\n---\ngenerated: "prongsai"\n', encoding="utf-8")

    assert not is_generated(page)


def test_stale_schema_is_removed_and_other_files_stay(tmp_path: Path) -> None:
    """A schema that no longer exists goes; what somebody else put there does not."""
    original = tmp_path / "lao.schema.json"
    original.write_text("{}", encoding="utf-8")
    content = tmp_path / "content"
    write_pages(content, [], {"schemas/lao.schema.json": original, "schemas/old.schema.json": original})
    (content / "schemas" / "README.txt").write_text("x", encoding="utf-8")

    written = write_pages(content, [], {"schemas/lao.schema.json": original})

    assert (written.changed, written.removed) == ((), ("schemas/old.schema.json",))
    assert sorted(path.name for path in (content / "schemas").iterdir()) == ["README.txt", "lao.schema.json"]


def test_page_with_the_same_address_is_told(tmp_path: Path) -> None:
    """``a.md`` written by hand and ``a/index.md`` have one address; neither is dropped without a word."""
    (tmp_path / "a.md").write_text("# ของเรา", encoding="utf-8")

    with pytest.raises(HandWrittenPageError, match=r"a\.md"):
        write_pages(tmp_path, [make_page("a/index.md")], {})


def test_long_file_name_is_written(tmp_path: Path) -> None:
    """A name as long as the system allows is written, the temporary one beside it included."""
    original = tmp_path / "x.pdf"
    original.write_bytes(b"%PDF-1.4")
    name = "ก" * 83 + ".pdf"

    written = write_pages(tmp_path / "content", [make_page("a/index.md")], {f"a/files/{name}": original})

    assert f"a/files/{name}" in written.changed
