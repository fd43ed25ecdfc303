"""Every command in bad surroundings: a Thai sentence, the right exit code, no traceback, and nothing half-written."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from prongsai.cli.main import cli
from prongsai.outputs.record import NAME
from runner import run_commands
from surroundings import COMMANDS, LAO, Place, can_mount, make_place, read_files

pytestmark = pytest.mark.slow

ADOPTION = f"{LAO}/announcements/adopt-2565"
FILES = f"{LAO}/announcements/{LAO}-paper-adopt-2565"
READING = ("check", "due")
WRITING = ("generate", "pdf", "build")
RECORDS = tuple(name for name in COMMANDS if name.startswith(("new-", "sheet-", "import")) and name != "new-site")
DAILY = ("check", "due", "explain", "generate", "migrate", "pdf", "build")  # what makes the site, again and again
ON_THE_SITE = (*DAILY, "verify", "publish", "shards-measure")
ALL = tuple(COMMANDS)
Change = Callable[[Place], None]
CHANGES: dict[str, tuple[Change, dict[str, int], str]] = {}


def surrounding(words: str, tried: tuple[str, ...] = ALL, **codes: int) -> Callable[[Change], Change]:
    """Take a change into the table.

    Args:
        words: What every command that fails says.
        tried: The commands; those beside ``DAILY`` are tried once where several surroundings are alike for them.
        codes: Exit codes of those that fail: ``reading`` (check, due), ``writing`` (generate, pdf, build), ``records``
            (what reads records and writes them anew), or one command.
    """

    def take(change: Change) -> Change:
        expected = dict.fromkeys(tried, 0)
        for names, code in codes.items():
            group = {"reading": READING, "writing": WRITING, "records": RECORDS}.get(names, (names.replace("_", "-"),))
            expected |= dict.fromkeys(group, code)
        assert tuple(expected) == tried
        if expected.get("build") == 2:
            expected["build"] = 1  # MkDocs knows one code only
        CHANGES[change.__name__.replace("_", "-")] = change, expected, words
        return change

    return take


needs_disk = pytest.mark.skipif(not can_mount(), reason="only root can put a small disk in the place of a folder")


@surrounding("ดิสก์เต็ม", writing=2, publish=2)
def content_and_server_are_full(place: Place) -> None:
    """A disk that takes the record and not the pages, and one that takes some of the published site."""
    place.mount(place.content, 24)
    place.mount(place.folder / "server", 300)


@surrounding("ดิสก์เต็ม", build=1, verify=2, publish=2, records=2, addresses=2)
def site_and_plans_are_full(place: Place) -> None:
    """A disk that takes some of the site, and one that holds the records and takes no more."""
    place.mount(place.site, 900)
    plans = place.lao.parent
    shutil.move(plans, place.folder / "aside")
    size = sum(-(-path.stat().st_size // 4096) * 4 for path in (place.folder / "aside").rglob("*") if path.is_file())
    place.mount(plans, size)
    shutil.copytree(place.folder / "aside", plans, dirs_exist_ok=True)


@surrounding("ใช้โฟลเดอร์ชั่วคราว", pdf=2, build=1, generate=2)
def temporary_folder_is_full(place: Place) -> None:
    """A disk that takes no template."""
    shutil.rmtree(place.content / LAO)
    shutil.rmtree(place.cache)
    folder = place.folder / "temporary"
    place.mount(folder, 8)
    place.environment["TMPDIR"] = str(folder)


@surrounding("", DAILY)
def cache_is_full(place: Place) -> None:
    """Nothing can be kept; the site is built all the same."""
    shutil.rmtree(place.cache)
    place.mount(place.cache, 8)


@surrounding("", cache_clear=2, shards_take=2)
def cache_is_read_only(place: Place) -> None:
    """A folder without the right to write."""
    place.is_ordinary = True
    for folder in (place.cache, *place.cache.rglob("*")):
        if folder.is_dir():
            folder.chmod(0o555)


@surrounding("ไม่มีสิทธิ์", DAILY, writing=2)
def content_is_read_only(place: Place) -> None:
    """A folder without the right to write, and pages that are not up to date."""
    place.is_ordinary = True
    paper = place.lao / "papers" / "adopt-2565.yml"
    paper.write_text(paper.read_text(encoding="utf-8").replace("30 กันยายน", "29 กันยายน"), encoding="utf-8")
    for folder in (place.content, *place.content.rglob("*")):
        if folder.is_dir():
            folder.chmod(0o555)


@surrounding("ไม่มีสิทธิ์", DAILY, writing=2)
def content_is_closed(place: Place) -> None:
    """A folder without any right."""
    place.is_ordinary = True
    place.content.chmod(0)


@surrounding("ไม่มีสิทธิ์", build=1, records=2, addresses=2)
def site_and_plans_are_read_only(place: Place) -> None:
    """The built site and folders of records without the right to write."""
    place.is_ordinary = True
    for folder in (place.site, place.lao.parent, *place.lao.parent.rglob("*")):
        if folder.is_dir():
            folder.chmod(0o555)


@surrounding(
    "ไม่มีสิทธิ์", reading=2, writing=2, migrate=2, records=2, links=2, addresses=2, shards=2, shards_build=2, shards_take=2
)
def plans_are_closed(place: Place) -> None:
    """Nobody can look into the data."""
    place.is_ordinary = True
    place.lao.parent.chmod(0)


@surrounding("ไม่มีสิทธิ์", reading=1, writing=1, migrate=2, records=2, new_lao=0, addresses=1, shards=2)
def lao_can_be_listed_only(place: Place) -> None:
    """A folder whose files' names are seen, and nothing else of them."""
    place.is_ordinary = True
    place.lao.chmod(0o444)


@surrounding("ไม่มีสิทธิ์", reading=1, writing=1, records=2, new_lao=0, addresses=1)
def data_file_is_closed(place: Place) -> None:
    """One file of data without the right to read it."""
    place.is_ordinary = True
    (place.lao / "lao.yml").chmod(0)


@surrounding("เปิดไฟล์ “files/adopt-2565.pdf” ไม่ได้ (ไม่มีสิทธิ์)", reading=1, writing=1, addresses=1)
def attachment_is_closed(place: Place) -> None:
    """A signed original without the right to read it is told by the check."""
    place.is_ordinary = True
    (place.lao / "files" / "adopt-2565.pdf").chmod(0)


@surrounding("เปิดไฟล์ “files/adopt-2565.pdf” ไม่ได้ (ไม่มีสิทธิ์)", DAILY, reading=1, writing=1)
def folder_of_attachments_is_closed(place: Place) -> None:
    """All files without the right to reach them."""
    place.is_ordinary = True
    (place.lao / "files").chmod(0)


@surrounding(
    "มีไฟล์อยู่ในตำแหน่งที่ต้องเป็นโฟลเดอร์",
    reading=2,
    writing=2,
    migrate=2,
    records=2,
    links=2,
    addresses=2,
    shards=2,
    shards_build=2,
    shards_take=2,
)
def plans_is_a_file(place: Place) -> None:
    """A file where the folder of data belongs."""
    shutil.rmtree(place.lao.parent)
    place.lao.parent.write_text("x", encoding="utf-8")


@surrounding("มีไฟล์อยู่ในตำแหน่งที่ต้องเป็นโฟลเดอร์", DAILY, writing=2)
def folder_of_pages_is_a_file(place: Place) -> None:
    """A file where the folder of an LAO's pages belongs."""
    shutil.rmtree(place.content / LAO)
    (place.content / LAO).write_text("x", encoding="utf-8")


@surrounding("มีไฟล์อยู่ในตำแหน่งที่ต้องเป็นโฟลเดอร์", ON_THE_SITE, build=1, verify=2, publish=2, shards_measure=2)
def site_is_a_file(place: Place) -> None:
    """A file where the built site belongs."""
    shutil.rmtree(place.site)
    place.site.write_text("x", encoding="utf-8")


@surrounding("มีไฟล์ที่วางด้วยมืออยู่แล้วที่", DAILY, pdf=2, build=1)
def document_is_a_folder(place: Place) -> None:
    """A folder called like a document, where none was before."""
    shutil.rmtree(place.content / LAO)
    (place.content / f"{FILES}.pdf").mkdir(parents=True)


@surrounding("", DAILY, pdf=2, build=1)
def known_document_is_a_folder(place: Place) -> None:
    """A folder put in the place of a document that was made before."""
    (place.content / f"{FILES}.pdf").unlink()
    (place.content / f"{FILES}.pdf").mkdir()


@surrounding("“files/adopt-2565.pdf” ไม่ใช่ไฟล์", DAILY, reading=1, writing=1)
def attachment_is_a_folder(place: Place) -> None:
    """A folder called like a signed original."""
    (place.lao / "files" / "adopt-2565.pdf").unlink()
    (place.lao / "files" / "adopt-2565.pdf").mkdir()


@surrounding(f"content/{LAO} เป็นลิงก์ไปยังที่อื่น", DAILY, writing=2)
def folder_of_pages_is_a_link(place: Place) -> None:
    """The pages of an LAO lead out of the folder of pages."""
    (place.content / LAO).rename(place.folder / "elsewhere")
    (place.content / LAO).symlink_to(place.folder / "elsewhere")


@surrounding(f"content/{LAO}/announcements เป็นลิงก์ไปยังที่อื่น", DAILY, writing=2)
def folder_inside_is_a_link(place: Place) -> None:
    """A folder below that of an LAO leads elsewhere."""
    inside = place.content / LAO / "announcements"
    inside.rename(place.folder / "elsewhere")
    inside.symlink_to(place.folder / "elsewhere")


@surrounding("content/gone เป็นลิงก์ไปยังที่อื่น", DAILY, generate=2, build=1)
def folder_of_an_lao_that_is_gone_is_a_link(place: Place) -> None:
    """What would be removed stands elsewhere."""
    shutil.copytree(place.content / LAO, place.folder / "elsewhere")
    (place.content / "gone").symlink_to(place.folder / "elsewhere")


@surrounding(
    "SOURCE_DATE_EPOCH เป็น “เมื่อวาน”",
    due=2,
    generate=2,
    build=1,
    new_plan=2,
    new_paper=2,
    new_amendment=2,
    sheet_export=2,
    sheet_import=2,
    shards_build=2,
    shards_take=2,
)
def date_is_no_number(place: Place) -> None:
    """A word in the place of seconds."""
    place.environment["SOURCE_DATE_EPOCH"] = "เมื่อวาน"


@surrounding("SOURCE_DATE_EPOCH เป็น “99999999999999”", DAILY, due=2, generate=2, build=1)
def date_is_out_of_range(place: Place) -> None:
    """A year that no calendar has."""
    place.environment["SOURCE_DATE_EPOCH"] = "99999999999999"


@surrounding("ไม่ได้บันทึกเป็น UTF-8", ON_THE_SITE, build=1, verify=2, publish=2)
def hand_written_page_in_an_old_encoding(place: Place) -> None:
    """A page that a person saved as TIS-620."""
    (place.content / "about.md").write_bytes("# เกี่ยวกับ\n".encode("cp874"))


@surrounding("ไม่มีสิทธิ์", publish=2, new_site=2, sheet_export=2, sheet_import=2, doctor=1, shards_build=2, shards_take=2)
def folder_is_read_only(place: Place) -> None:
    """Nothing new can be put into the site's folder."""
    place.is_ordinary = True
    place.folder.chmod(0o555)


@surrounding("", shards_take=2)
def what_can_be_done_without(place: Place) -> None:
    """A temporary folder that is not there, a variable set to nothing, as workflows do, a file in the cache's place."""
    place.environment |= {"TMPDIR": str(place.folder / "nowhere"), "SOURCE_DATE_EPOCH": ""}
    shutil.rmtree(place.cache)
    place.cache.write_text("x", encoding="utf-8")


@surrounding(
    "",
    ("publish", "sheet-export", "sheet-import", "import"),
    publish=2,
    sheet_export=2,
    sheet_import=2,
    **{"import": 1},
)
def targets_are_of_another_kind(place: Place) -> None:
    """A file where the published site belongs; folders called like the workbook and the document of the office."""
    (place.folder / "server").write_text("x", encoding="utf-8")
    (place.folder / "plan.xlsx").mkdir()
    (place.folder / "document.txt").unlink()
    (place.folder / "document.txt").mkdir()


@surrounding("เขียน", DAILY, writing=2)
def record_is_a_folder(place: Place) -> None:
    """The writer's own record cannot be written."""
    record = place.content / LAO / ".prongsai.json"
    record.unlink()
    record.mkdir()
    (record / "x").write_text("x", encoding="utf-8")


FULL = tuple(name for name in CHANGES if name.endswith("-full"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site that was built in good surroundings."""
    place = make_place(tmp_path_factory.mktemp("surroundings") / "built")
    endings = place.run(*DAILY)
    assert {name: ending.code for name, ending in endings.items()} == dict.fromkeys(DAILY, 0), endings
    return place.folder


@pytest.fixture(params=[pytest.param(name, marks=needs_disk if name in FULL else ()) for name in CHANGES])
def changed(request: pytest.FixtureRequest, built: Path, tmp_path: Path) -> Iterator[tuple[str, Place]]:
    """Return the name of a bad surrounding and a site in it."""
    folder = tmp_path / "site"
    shutil.copytree(built, folder)
    place = Place(folder)
    try:
        CHANGES[request.param][0](place)
        yield request.param, place
    finally:
        place.close()


def test_every_command_ends_with_a_thai_sentence(changed: tuple[str, Place]) -> None:
    """No traceback; the exit code tells problems of the data (1) from what stops the tool (2); no file is left half."""
    name, place = changed
    _, codes, words = CHANGES[name]

    endings = place.run(*codes)

    assert {command: ending.code for command, ending in endings.items()} == codes, endings
    for command, ending in endings.items():
        assert "Traceback" not in ending.output
        if codes[command]:
            told = "prongsai check" if (command, ending.code) == ("due", 1) else words  # which leads there
            assert told in ending.output or command not in DAILY, command  # others may stop for want of these
            assert re.search("[ก-๙]{4}", ending.output), command
            assert "Errno" not in ending.output, command
    if not place.is_ordinary:
        assert [path for path in place.folder.rglob("*.tmp") if path.is_file()] == []
        check_whole(place)


def check_whole(place: Place) -> None:
    """Every document in ``content/`` is whole, and there is a whole site or none."""
    for path in place.content.rglob("*"):
        if path.is_file() and path.suffix in {".pdf", ".docx", ".md", ".json"} and "about.md" not in path.name:
            data = path.read_bytes()
            assert {".pdf": data.rstrip().endswith(b"%%EOF"), ".docx": data[-22:-18] == b"PK\x05\x06"}.get(
                path.suffix, data
            )
    pages = list(place.site.rglob("*.html")) if place.site.is_dir() else []
    assert not pages or (place.site / "sitemap.xml").is_file()


def test_every_command_is_tried(built: Path, tmp_path: Path) -> None:
    """Each command of the program has its line in the table, and works where nothing is bad."""
    shutil.copytree(built, tmp_path / "site")
    endings = Place(tmp_path / "site").run(*ALL)

    tried = {tuple(part for part in line[1:3] if part.isidentifier()) for line in COMMANDS.values()}
    assert {name for name in _list_commands(cli) if not any(name == line[: len(name)] for line in tried)} == set()
    assert {name: ending.output for name, ending in endings.items() if ending.code} == {}


def _list_commands(group: click.Group, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _list_commands(command, (*above, name))
        else:
            yield (*above, name)


@needs_disk
def test_work_goes_on_when_there_is_room_again(built: Path, tmp_path: Path) -> None:
    """After a full disk the same command writes what was missing, and the result is that of a good day."""
    shutil.copytree(built, tmp_path / "site")
    place = Place(tmp_path / "site")
    wanted = read_files(place.content / LAO)
    place.mount(place.content, 24)
    try:
        assert place.run("generate")["generate"].code == 2
        subprocess.run(["mount", "-o", "remount,size=9000k", place.content], check=True)
        assert {ending.code for ending in place.run("pdf", "build").values()} == {0}
        found = read_files(place.content / LAO)
    finally:
        place.close()

    assert {path: data for path, data in found.items() if path != NAME} == {
        path: data for path, data in wanted.items() if path != NAME
    }


@pytest.mark.parametrize("start", [0, 2000], ids=["start", "middle"])
def test_damaged_document_is_made_anew(built: Path, tmp_path: Path, start: int) -> None:
    """A document of the same size whose end is whole is noticed and made again, and no other."""
    shutil.copytree(built, tmp_path / "site")
    place = Place(tmp_path / "site")
    target = place.content / f"{FILES}.pdf"
    whole = target.read_bytes()
    target.write_bytes(whole[:start] + bytes(40) + whole[start + 40 :])

    ending = place.run("pdf")["pdf"]

    assert ending.code == 0
    assert re.findall(r"^content/.*$", ending.output, re.MULTILINE) == [f"content/{FILES}.pdf"]
    assert target.read_bytes() == whole


@pytest.mark.parametrize("content", ["/dev/null/x", "/dev/null", "/proc/x"])
@pytest.mark.parametrize("command", ["generate", "pdf"])
def test_place_that_cannot_be(built: Path, content: str, command: str) -> None:
    """Pages cannot be written into a device; the place is told as it was given."""
    [result] = run_commands(built, [["prongsai", command, "--content", content]], {})

    assert (result.returncode, "Traceback" in result.stderr) == (2, False)
    assert f"ทำงานต่อไม่ได้: เขียน {content} ไม่ได้: " in result.stderr


@pytest.mark.parametrize("command", ["explain", "due"])
def test_output_that_cannot_be_written(built: Path, command: str) -> None:
    """A full disk behind ``>`` is told once, in Thai, and not again when Python ends."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = run_prongsai(built, command, stdout=full)

    assert result.returncode == 2
    assert result.stderr.splitlines()[-1] == "ทำงานต่อไม่ได้: เขียนผลลัพธ์ไม่ได้: ดิสก์เต็ม"
    assert "Exception ignored" not in result.stderr


def run_prongsai(folder: Path, *arguments: str, stdout: object) -> subprocess.CompletedProcess[str]:
    """Run the command as its users do."""
    return subprocess.run(
        [sys.executable, "-c", "from prongsai.cli.main import main; main()", *arguments],
        cwd=folder,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
