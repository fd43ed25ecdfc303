"""The writer: only what changed, whole files, nothing stale, and nothing that a person placed is ever lost."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.exceptions import HandWrittenPageError, OutputError
from prongsai.outputs.artifact import Artifact, hold
from prongsai.outputs.pages.page import Page
from prongsai.outputs.record import NAME
from prongsai.outputs.writer import Writer, Written, is_generated, list_units

MARK = '---\ngenerated: "prongsai"\n'


def make_page(path: str, body: str = "# หัวข้อ") -> Artifact:
    """Return a small page."""
    return hold(path, Page(path, "ชื่อ", "คำบรรยาย", body, lao=path.partition("/")[0]).render().encode())


def make_file(path: str, text: str = "x") -> Artifact:
    """Return a small file that is no page."""
    return hold(path, text.encode())


def write(content: Path, unit: str = "a", **outputs: Iterable[Artifact]) -> Written:
    """Bring all outputs of a unit up to date, as a build does."""
    with Writer(content, unit) as writer:
        for output, artifacts in outputs.items():
            writer.write(output, artifacts)
        writer.settle()
    return writer.written


def list_files(content: Path) -> list[str]:
    """Return every file in ``content/`` but the records, relative to it."""
    files = (path for path in content.rglob("*") if path.is_file() and path.name != NAME)
    return sorted(path.relative_to(content).as_posix() for path in files)


def read_all(content: Path) -> dict[str, bytes]:
    """Return the bytes of every file but the records."""
    return {path: (content / path).read_bytes() for path in list_files(content)}


def place(content: Path, path: str, text: str = "ของเรา") -> None:
    """Put a file there as a person does."""
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(text, encoding="utf-8")


def damage_record(content: Path, damage: bytes | None) -> None:
    """Lose a record, or put other bytes in its place."""
    record = content / "a" / NAME
    assert record.is_file()
    if damage is None:
        record.unlink()
    else:
        record.write_bytes(damage)


PAGES = (make_page("a/index.md"), make_page("a/projects/p01.md"))
FILES = (make_file("a/files/x.pdf"), make_file("a/oit/2567.csv"))
DAMAGES = {
    "deleted": None,
    "empty": b"",
    "random": bytes(range(256)),
    "no-json": b"{",
    "list": b"[]",
    "number": b"1",
    "deep": b"[" * 100_000,
    "other-version": b'{"version": 99, "is_whole": true, "check": "", "outputs": {}}',
    "without-outputs": b'{"version": 1}',
    "outputs-of-another-kind": b'{"version": 1, "is_whole": true, "check": "", "outputs": ["pages"]}',
}


def test_second_run_writes_nothing(tmp_path: Path) -> None:
    """The same artifacts leave every file and the record alone."""
    first = write(tmp_path, pages=PAGES, files=FILES)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    second = write(tmp_path, pages=PAGES, files=FILES)

    assert first.changed == ["a/index.md", "a/projects/p01.md", "a/files/x.pdf", "a/oit/2567.csv"]
    assert (second.changed, second.removed) == ([], [])
    assert times == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}


def test_file_with_the_same_key_is_not_made(tmp_path: Path) -> None:
    """What is dear to make is not made again only to find that nothing changed."""
    made = []

    def make() -> bytes:
        made.append(1)
        return b"x"

    for _ in range(2):
        write(tmp_path, pdf=[Artifact("a/plan.pdf", "k1", make)])

    assert made == [1]


def test_file_with_another_key_is_made(tmp_path: Path) -> None:
    """A changed key writes the new bytes."""
    write(tmp_path, pdf=[Artifact("a/plan.pdf", "k1", lambda: b"old")])

    written = write(tmp_path, pdf=[Artifact("a/plan.pdf", "k2", lambda: b"new")])

    assert written.changed == ["a/plan.pdf"]
    assert (tmp_path / "a/plan.pdf").read_bytes() == b"new"


def test_other_key_with_the_same_bytes_touches_nothing(tmp_path: Path) -> None:
    """New code that makes the same bytes is no change for a reader, and is not made a third time."""
    write(tmp_path, pdf=[Artifact("a/plan.pdf", "k1", lambda: b"x")])
    time = (tmp_path / "a/plan.pdf").stat().st_mtime_ns

    written = write(tmp_path, pdf=[Artifact("a/plan.pdf", "k2", lambda: b"x")])
    third = write(tmp_path, pdf=[Artifact("a/plan.pdf", "k2", pytest.fail)])

    assert (written.changed, third.changed) == ([], [])
    assert (tmp_path / "a/plan.pdf").stat().st_mtime_ns == time


def test_file_made_in_parts_is_as_one_made_at_once(tmp_path: Path) -> None:
    """Written where its bytes are others, left alone where they are the same, and never half."""

    def make_parts(key: str, *parts: bytes) -> Artifact:
        def make() -> Iterator[bytes]:
            for part in parts:
                if part == b"!":
                    raise RuntimeError
                yield part

        return Artifact("a/x.csv", key, make)

    write(tmp_path, data=[make_parts("1", b"one", b"two")])
    entry = Writer(tmp_path, "a").get_record()["data"]["a/x.csv"]
    assert (entry.size, entry.digest) == (6, hashlib.sha256(b"onetwo").hexdigest())

    assert write(tmp_path, data=[make_parts("2", b"onet", b"wo")]).changed == []
    with pytest.raises(RuntimeError):
        write(tmp_path, data=[make_parts("3", b"three", b"!")])
    assert read_all(tmp_path) == {"a/x.csv": b"onetwo"}

    (tmp_path / "a" / NAME).unlink()  # as when another run of ours made it
    write(tmp_path, data=[make_parts("3", b"on", b"etwo")])
    assert write(tmp_path, data=[make_parts("4", b"three")]).changed == ["a/x.csv"]


def test_touched_file_is_read_and_not_made(tmp_path: Path) -> None:
    """Another time with the same bytes, as a checkout gives, is no change."""
    write(tmp_path, pdf=[Artifact("a/plan.pdf", "k1", lambda: b"x")])
    (tmp_path / "a/plan.pdf").touch()

    assert write(tmp_path, pdf=[Artifact("a/plan.pdf", "k1", pytest.fail)]).changed == []


@pytest.mark.parametrize("damage", ["cut", "same-size", "gone"])
def test_damaged_file_is_made_again(tmp_path: Path, damage: str) -> None:
    """A file that is not what was written is written anew, though its key says that nothing changed."""
    write(tmp_path, pdf=[make_file("a/plan.pdf", "12345")])
    target = tmp_path / "a/plan.pdf"
    if damage == "gone":
        target.unlink()
    else:
        target.write_bytes(b"12" if damage == "cut" else b"54321")

    assert write(tmp_path, pdf=[make_file("a/plan.pdf", "12345")]).changed == ["a/plan.pdf"]
    assert target.read_bytes() == b"12345"


def test_current_files_are_found_with_their_pages(tmp_path: Path) -> None:
    """A page may link a file that is up to date; an outdated or missing one is not found."""
    pdf = Artifact("a/plan.pdf", "k1", lambda: b"12345", len)
    write(tmp_path, pdf=[pdf, make_file("a/old.pdf"), make_file("a/gone.pdf")])
    (tmp_path / "a/gone.pdf").unlink()
    wanted = [pdf, make_file("a/old.pdf", "new"), make_file("a/gone.pdf"), make_file("a/other.pdf")]

    with Writer(tmp_path, "a") as writer:
        found = {artifact.path: (entry.size, entry.pages) for artifact, entry in writer.find_current("pdf", wanted)}

    assert found == {"a/plan.pdf": (5, 5)}


def test_stale_file_is_removed_with_its_folder(tmp_path: Path) -> None:
    """A page or file that no record asks for disappears, and so does its empty folder."""
    write(tmp_path, pages=PAGES, files=FILES)

    written = write(tmp_path, pages=PAGES[:1], files=FILES[:1])

    assert written.removed == ["a/projects/p01.md", "a/oit/2567.csv"]
    assert not (tmp_path / "a/projects").exists()
    assert list_files(tmp_path) == ["a/files/x.pdf", "a/index.md"]


def test_output_removes_nothing_of_another(tmp_path: Path) -> None:
    """An output that wants nothing any more leaves what the others wrote."""
    write(tmp_path, pages=PAGES, files=FILES)

    assert write(tmp_path, files=[]).removed == ["a/files/x.pdf", "a/oit/2567.csv"]
    assert list_files(tmp_path) == ["a/index.md", "a/projects/p01.md"]


def test_unit_removes_nothing_of_another(tmp_path: Path) -> None:
    """LAOs and the site's own pages have records of their own."""
    write(tmp_path, "a", pages=PAGES)
    write(tmp_path, "b", pages=[make_page("b/index.md")])
    write(tmp_path, "", pages=[make_page("index.md")])

    write(tmp_path, "", pages=[])
    write(tmp_path, "b", pages=[])

    assert list_files(tmp_path) == ["a/index.md", "a/projects/p01.md"]


def test_site_removes_no_page_of_an_lao_that_took_its_place(tmp_path: Path) -> None:
    """A name is given up, where the site then has pages that lead on; taken anew, it is the LAO's."""
    led_on = [make_page("a/index.md", "ย้ายแล้ว"), make_page("a/gone.md", "ย้ายแล้ว")]
    write(tmp_path, "", pages=led_on)
    write(tmp_path, "a", pages=[make_page("a/index.md")])

    write(tmp_path, "", pages=[])

    assert read_all(tmp_path) == {"a/index.md": make_page("a/index.md").make()}


def test_file_that_a_person_replaced_is_not_deleted(tmp_path: Path) -> None:
    """What stands there now was never written by us."""
    write(tmp_path, files=FILES)
    place(tmp_path, "a/files/x.pdf", "ฉบับสแกน")

    written = write(tmp_path, files=[])

    assert written.removed == ["a/oit/2567.csv"]
    assert (tmp_path / "a/files/x.pdf").read_text(encoding="utf-8") == "ฉบับสแกน"


def test_page_that_a_person_took_over_is_not_deleted(tmp_path: Path) -> None:
    """Who takes the mark off a page owns it."""
    write(tmp_path, pages=PAGES)
    place(tmp_path, "a/projects/p01.md", "# ของเรา")

    assert write(tmp_path, pages=PAGES[:1]).removed == []
    assert (tmp_path / "a/projects/p01.md").exists()


def test_folder_in_the_place_of_a_stale_file_stays(tmp_path: Path) -> None:
    """A folder is nobody's file."""
    write(tmp_path, files=FILES)
    (tmp_path / "a/files/x.pdf").unlink()
    place(tmp_path, "a/files/x.pdf/y.txt")

    write(tmp_path, files=[])

    assert list_files(tmp_path) == ["a/files/x.pdf/y.txt"]


def test_pruning_makes_nothing(tmp_path: Path) -> None:
    """A preview removes what is stale without making what is new or outdated."""
    write(tmp_path, pdf=[make_file("a/1.pdf"), make_file("a/2.pdf")])

    with Writer(tmp_path, "a") as writer:
        writer.prune("pdf", [Artifact("a/2.pdf", "k9", pytest.fail), Artifact("a/3.pdf", "k9", pytest.fail)])

    assert writer.written == Written(removed=["a/1.pdf"])
    assert list_files(tmp_path) == ["a/2.pdf"]


def test_choosing_removes_nothing(tmp_path: Path) -> None:
    """Where only some of an output are made, the others stay and stay known."""
    both = [make_file("a/1.pdf"), make_file("a/2.pdf")]
    write(tmp_path, pdf=both)
    with Writer(tmp_path, "a") as writer:
        writer.write("pdf", [make_file("a/2.pdf", "neu")], prunes=False)

    assert (writer.written.changed, writer.written.removed) == (["a/2.pdf"], [])
    assert write(tmp_path, pdf=[]).removed == ["a/1.pdf", "a/2.pdf"]


def test_all_of_a_unit_is_removed(tmp_path: Path) -> None:
    """When an LAO goes, its pages, its files, its record and its folder go."""
    write(tmp_path, pages=PAGES, files=FILES)

    with Writer(tmp_path, "a") as writer:
        writer.remove_all()

    assert sorted(writer.written.removed) == ["a/files/x.pdf", "a/index.md", "a/oit/2567.csv", "a/projects/p01.md"]
    assert list(tmp_path.iterdir()) == []


def test_file_of_a_person_stays_when_the_unit_goes(tmp_path: Path) -> None:
    """The folder stays for it, and is no unit any more."""
    write(tmp_path, pages=PAGES, files=FILES)
    for path in ("a/own.pdf", "a/files/own.jpg", "a/own.md"):
        place(tmp_path, path)

    with Writer(tmp_path, "a") as writer:
        writer.remove_all()

    assert list_files(tmp_path) == ["a/files/own.jpg", "a/own.md", "a/own.pdf"]
    assert list_units(tmp_path) == []


@pytest.mark.parametrize("path", ["a/own.pdf", "a/projects/photo.jpg", "a/about.md", "rules/manual.pdf", "own.md"])
def test_file_beside_ours_is_left_alone(tmp_path: Path, path: str) -> None:
    """Whatever runs, comes and goes around it."""
    place(tmp_path, path)

    write(tmp_path, pages=PAGES, files=FILES)
    write(tmp_path, "", pages=[make_page("index.md"), make_page("rules/index.md")])
    write(tmp_path, pages=[], files=[])
    write(tmp_path, "", pages=[])

    assert read_all(tmp_path) == {path: "ของเรา".encode()}


def test_hand_written_page_is_not_overwritten(tmp_path: Path) -> None:
    """A page without our mark stops the run, and nothing else is written then."""
    place(tmp_path, "a/index.md", "# ของเรา")

    with pytest.raises(HandWrittenPageError, match=r"a/index\.md"):
        write(tmp_path, pages=(make_page("a/1.md"), *PAGES))

    assert read_all(tmp_path) == {"a/index.md": "# ของเรา".encode()}


def test_placed_file_is_not_overwritten(tmp_path: Path) -> None:
    """A file where another one belongs stops the run, though it is no page, and names its place."""
    write(tmp_path, pages=PAGES, files=FILES)
    before = read_all(tmp_path)
    place(tmp_path, "a/plan.pdf", "ฉบับสแกน")

    with pytest.raises(HandWrittenPageError, match=r"มีไฟล์ที่วางด้วยมืออยู่แล้วที่ .*/a/plan\.pdf จึงไม่เขียนทับ"):
        write(tmp_path, pdf=[make_file("a/1.pdf"), make_file("a/plan.pdf")])

    assert read_all(tmp_path) == {**before, "a/plan.pdf": "ฉบับสแกน".encode()}


def test_run_goes_on_when_the_placed_file_is_moved(tmp_path: Path) -> None:
    """The failed run leaves nothing behind that hinders the next one."""
    write(tmp_path, pages=PAGES)
    place(tmp_path, "a/plan.pdf")
    with pytest.raises(HandWrittenPageError):
        write(tmp_path, pages=PAGES, pdf=[make_file("a/plan.pdf")])
    (tmp_path / "a/plan.pdf").rename(tmp_path / "a/own.pdf")

    write(tmp_path, pages=PAGES, pdf=[make_file("a/plan.pdf")])

    assert list_files(tmp_path) == ["a/index.md", "a/own.pdf", "a/plan.pdf", "a/projects/p01.md"]


@pytest.mark.parametrize(
    ("placed", "wanted"),
    [("a/plans.md", "a/plans/index.md"), ("a/p01/index.md", "a/p01.md")],
    ids=["file-for-folder", "folder-for-file"],
)
def test_page_with_the_same_address_is_told(tmp_path: Path, placed: str, wanted: str) -> None:
    """``x.md`` and ``x/index.md`` have one address; neither is dropped without a word, and the full place is told."""
    place(tmp_path, placed, "# ของเรา")

    with pytest.raises(HandWrittenPageError, match=f"หน้า {tmp_path.name}/{placed} มีที่อยู่ซ้ำกับ {wanted} "):
        write(tmp_path, pages=[make_page(wanted)])


def test_mark_is_recognised_only_at_the_start(tmp_path: Path) -> None:
    """A hand-written page that mentions the mark is not ours."""
    page = tmp_path / "page.md"
    page.write_text(f"# หน้า\n\n{MARK}", encoding="utf-8")

    assert not is_generated(page)
    assert not is_generated(tmp_path)


def test_whether_a_place_is_free(tmp_path: Path) -> None:
    """A place that is empty or ours may be written, one of a person or of another output not."""
    write(tmp_path, pages=PAGES, files=FILES)
    place(tmp_path, "a/own.md")
    with Writer(tmp_path, "a") as writer:
        free = {
            path: writer.is_free("files", path)
            for path in ("a/new.pdf", "a/files/x.pdf", "a/index.md", "a/own.md", "a/own/index.md")
        }

    assert free == {
        "a/new.pdf": True,
        "a/files/x.pdf": True,
        "a/index.md": True,
        "a/own.md": False,
        "a/own/index.md": False,
    }


def test_interrupted_run_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is cut off while a file is written leaves the old bytes and no scrap."""
    write(tmp_path, pages=[make_page("a/index.md", "# เก่า")])
    before = read_all(tmp_path)

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, pages=[make_page("a/index.md", "# ใหม่")])

    assert read_all(tmp_path) == before


@pytest.mark.parametrize("failing", range(4))
@pytest.mark.parametrize("is_saved", [True, False], ids=["ended", "killed"])
def test_next_run_finishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, *, is_saved: bool) -> None:
    """Wherever it stopped, and whether or not the record was saved then, the next run ends with the same bytes."""
    wanted = [make_file(f"a/{number}.pdf", str(number)) for number in range(4)]
    write(tmp_path / "expected", pages=PAGES, pdf=wanted)

    def fail() -> bytes:
        raise KeyboardInterrupt

    broken = [Artifact(item.path, item.key, fail) if place == failing else item for place, item in enumerate(wanted)]
    content = tmp_path / "content"
    write(content, pages=PAGES)
    if not is_saved:
        monkeypatch.setattr(Writer, "__exit__", lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        write(content, pages=PAGES, pdf=broken)
    monkeypatch.undo()

    written = write(content, pages=PAGES, pdf=wanted)

    assert read_all(content) == read_all(tmp_path / "expected")
    assert written.removed == []


def test_files_of_a_killed_run_are_known_as_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a killed run wrote is removed when no later run wants it."""
    write(tmp_path, pages=PAGES)
    monkeypatch.setattr(Writer, "__exit__", lambda *_: None)
    write(tmp_path, pages=PAGES, pdf=[make_file("a/1.pdf")])
    monkeypatch.undo()

    assert write(tmp_path, pages=PAGES, pdf=[]).removed == ["a/1.pdf"]


def test_failed_run_removes_nothing(tmp_path: Path) -> None:
    """The last good files stay until the new ones are there."""
    write(tmp_path, pdf=[make_file("a/1.pdf")])

    def fail() -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, pdf=[Artifact("a/2.pdf", "k", fail)])

    assert list_files(tmp_path) == ["a/1.pdf"]


def test_unwritable_place_is_told_in_thai(tmp_path: Path) -> None:
    """A file where a folder is needed gives a Thai message, not a traceback."""
    (tmp_path / "a").write_text("ไฟล์", encoding="utf-8")

    with pytest.raises(OutputError, match=r"^เขียน .* ไม่ได้: "):
        write(tmp_path, pages=PAGES)


def test_long_file_name_is_written(tmp_path: Path) -> None:
    """A name as long as the system allows is written, the temporary one beside it included."""
    path = f"a/files/{'ก' * 83}.pdf"

    assert write(tmp_path, files=[make_file(path)]).changed == [path]


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_next_run_ends_with_the_same_bytes(tmp_path: Path, damage: bytes | None) -> None:
    """Nothing is written again, nothing is removed, and what a person placed stays; the run after knows all."""
    write(tmp_path, pages=PAGES, files=FILES)
    place(tmp_path, "a/own.pdf")
    before = read_all(tmp_path)
    damage_record(tmp_path, damage)

    written = write(tmp_path, pages=PAGES, files=FILES)

    assert (written.changed, written.removed) == ([], [])
    assert read_all(tmp_path) == before
    assert write(tmp_path, pages=PAGES, files=FILES[:1]).removed == ["a/oit/2567.csv"]


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_page_that_is_no_longer_wanted_goes_all_the_same(tmp_path: Path, damage: bytes | None) -> None:
    """Pages are known by their mark: one of a project that is gone is not published for ever."""
    write(tmp_path, pages=PAGES, files=FILES)
    place(tmp_path, "a/own.md")
    damage_record(tmp_path, damage)

    assert write(tmp_path, pages=PAGES[:1], files=FILES).removed == ["a/projects/p01.md"]
    assert (tmp_path / "a/own.md").exists()


def test_unit_that_is_gone_is_known_by_its_pages(tmp_path: Path) -> None:
    """The pages of an LAO that is gone go without the record, too."""
    write(tmp_path, pages=PAGES)
    damage_record(tmp_path, None)

    assert list_units(tmp_path) == ["a"]
    with Writer(tmp_path, "a") as writer:
        writer.remove_all()
    assert list_files(tmp_path) == []


@pytest.mark.slow
@given(place=st.integers(0, 10_000), value=st.integers(0, 255))
def test_any_byte_may_be_damaged(tmp_path_factory: pytest.TempPathFactory, place: int, value: int) -> None:
    """Whichever byte of the record changes, the next run writes and removes nothing."""
    content = tmp_path_factory.mktemp("content")
    write(content, pages=PAGES, files=FILES)
    raw = bytearray((content / "a" / NAME).read_bytes())
    raw[place % len(raw)] = value
    (content / "a" / NAME).write_bytes(raw)

    written = write(content, pages=PAGES, files=FILES)

    assert (written.changed, written.removed) == ([], [])


def test_preview_after_a_loss_does_not_lose_the_papers(tmp_path: Path) -> None:
    """A run that makes no papers still knows afterwards that those that are there are ours."""
    papers = [make_file("a/plan.pdf")]
    write(tmp_path, pages=PAGES, pdf=papers)
    damage_record(tmp_path, None)
    with Writer(tmp_path, "a") as writer:
        writer.prune("pdf", papers)
        writer.write("pages", PAGES)
        writer.settle()

    assert write(tmp_path, pages=PAGES, pdf=[make_file("a/plan.pdf", "new")]).changed == ["a/plan.pdf"]


def test_paper_made_alone_after_a_loss_does_not_lose_the_others(tmp_path: Path) -> None:
    """The record that one paper begins anew does not count as whole."""
    papers = [make_file("a/1.pdf"), make_file("a/2.pdf")]
    write(tmp_path, pages=PAGES, pdf=papers, files=FILES)
    damage_record(tmp_path, None)
    with Writer(tmp_path, "a") as writer:
        writer.write("pdf", papers[:1], prunes=False)

    written = write(tmp_path, pages=PAGES, pdf=papers, files=FILES)

    assert (written.changed, written.removed) == ([], [])


def test_interrupted_run_after_a_loss_is_finished_by_the_next(tmp_path: Path) -> None:
    """What the interrupted run had not come to is still known as ours."""
    write(tmp_path, pages=PAGES, files=FILES, pdf=[make_file("a/plan.pdf")])
    damage_record(tmp_path, None)

    def fail() -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, pages=PAGES, files=[Artifact(FILES[0].path, "k", fail)])

    assert write(tmp_path, pages=PAGES, files=FILES, pdf=[make_file("a/plan.pdf")]).changed == []


def test_placed_file_is_safe_once_the_record_is_whole_again(tmp_path: Path) -> None:
    """After one whole run the record is as good as before."""
    write(tmp_path, pages=PAGES, files=FILES)
    damage_record(tmp_path, None)
    write(tmp_path, pages=PAGES, files=FILES)
    place(tmp_path, "a/plan.pdf")

    with pytest.raises(HandWrittenPageError):
        write(tmp_path, pages=PAGES, files=FILES, pdf=[make_file("a/plan.pdf")])


def test_new_unit_adopts_nothing(tmp_path: Path) -> None:
    """Where nothing of ours is there, no record was lost, and a person's file stops the run."""
    place(tmp_path, "a/files/x.pdf")

    with pytest.raises(HandWrittenPageError):
        write(tmp_path, pages=PAGES, files=FILES)


def test_folders_of_laos_are_found(tmp_path: Path) -> None:
    """By their record or by their front page; folders of hand-written pages and of the site's own are none."""
    write(tmp_path, "b", pages=[make_page("b/index.md")])
    write(tmp_path, "a", files=FILES)
    write(tmp_path, "", pages=[hold("rules/index.md", f"{MARK}---\n".encode())])
    place(tmp_path, "about/index.md")
    place(tmp_path, "about/lao.md", f'{MARK}lao: "about"\n---\n')
    place(tmp_path, ".git/index.md", f'{MARK}lao: ".git"\n---\n')

    assert list_units(tmp_path) == ["a", "b"]


def test_no_content_has_no_units(tmp_path: Path) -> None:
    """Before the first run there is nothing."""
    assert list_units(tmp_path / "content") == []
