"""Attached files: what is read of them, what is told, and that no file breaks the check."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest
import xlsxwriter
from prongsai.checks.personal.attachments import read_attachment
from prongsai.checks.personal.authors import find_author
from prongsai.checks.rules import personal_data
from prongsai.load.assemble import load_lao
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

CORE = (
    '<?xml version="1.0" encoding="UTF-8"?>{doctype}<cp:coreProperties xmlns:cp="c" xmlns:dc="d">'
    "<dc:creator>{author}</dc:creator><dc:title>{title}</dc:title></cp:coreProperties>"
)


def write_office_file(path: Path, *, author: str = "", title: str = "", doctype: str = "") -> None:
    """Write an archive with the properties of a Word file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", CORE.format(author=author, title=title, doctype=doctype))


def check_file(folder: Path, name: str) -> list[Problem]:
    """Return what the rule tells of an LAO whose one paper has a file as its signed original."""
    (folder / "papers").mkdir()
    (folder / "lao.yml").write_text("type: เทศบาลตำบล\nname: แม่สาย\nprovince: เชียงราย\n", encoding="utf-8")
    paper = f"kind: ไฟล์\nsubject: ก\ndate: 1 ตุลาคม 2566\nsigned: files/{name}\n"
    (folder / "papers" / "a.yml").write_text(paper, encoding="utf-8")
    loaded = load_lao(folder, shown="plans")
    assert isinstance(loaded, LoadedDossier)
    return list(personal_data.check(loaded))


def read_texts(path: Path) -> list[str]:
    """Return the texts that are read of a file."""
    return [found.text for found in read_attachment(path, path.parent)]


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_author_of_an_office_file(tmp_path: Path, suffix: str) -> None:
    """The name that the program wrote into the file is told where the file is named."""
    write_office_file(tmp_path / "files" / f"a.{suffix}", author="นายสมชาย ใจดี")

    [problem] = check_file(tmp_path, f"a.{suffix}")

    assert (problem.kind, problem.where.line) == ("author", 4)
    assert problem.message == "พบชื่อผู้จัดทำ “นาย…” ในคุณสมบัติ creator ของไฟล์แนบ ซึ่งเป็นข้อมูลส่วนบุคคล"
    assert [where.path for where in problem.related] == [f"plans/{tmp_path.name}/files/a.{suffix}"]


def test_other_properties(tmp_path: Path) -> None:
    """A title is read as any text is."""
    write_office_file(tmp_path / "files" / "a.docx", author="User", title="โทร. 081-234-5612")

    assert [problem.kind for problem in check_file(tmp_path, "a.docx")] == ["phone"]


@pytest.mark.parametrize("author", ["Somchai Jaidee", "สมชาย ใจดี", "นางสาวสมหญิง"], ids=["latin", "bare", "title"])
def test_author_is_a_person(author: str) -> None:
    """Two words, or a title."""
    assert [datum.kind for datum in find_author(author)] == ["author"]


@pytest.mark.parametrize(
    "author",
    ["User", "Administrator", "Windows User", "Microsoft Office User", "HP", "Dell Inc", "somchai", "งานนิติการ สำนักปลัด",
     "เทศบาลตำบล แม่สาย", "นักวิชาการ คอมพิวเตอร์", "python-docx", ""],
)  # fmt: skip
def test_author_is_no_person(author: str) -> None:
    """What computers, posts and units are called."""
    assert list(find_author(author)) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_table_in_the_encodings_of_excel(tmp_path: Path, encoding: str) -> None:
    """A cell is read with the heading of its column, in every encoding."""
    (tmp_path / "a.csv").write_bytes("ชื่อ,เลขบัญชี\r\nสมชาย,1234567890\r\n".encode(encoding))

    assert read_texts(tmp_path / "a.csv") == ["ชื่อ ; เลขบัญชี", "ชื่อ สมชาย ; เลขบัญชี 1234567890"]


@pytest.mark.parametrize("mark", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_cells_do_not_run_together(tmp_path: Path, mark: str) -> None:
    """Numbers side by side are no longer number."""
    (tmp_path / "files").mkdir()
    row = mark.join(["081", "234", "5612", "3500700314156", "600"])
    (tmp_path / "files" / "a.csv").write_text(f"{row}\n", encoding="utf-8")

    assert [problem.kind for problem in check_file(tmp_path, "a.csv")] == ["citizen-id"]


def test_table_is_told_once_a_kind(tmp_path: Path) -> None:
    """A list of five hundred citizens is one thing to mend."""
    (tmp_path / "files").mkdir()
    rows = "".join(f"0812345{number:03}\n" for number in range(500))
    (tmp_path / "files" / "a.csv").write_text(rows, encoding="utf-8")

    [problem] = check_file(tmp_path, "a.csv")

    assert "และอีก 499 แห่ง" in problem.message
    assert [where.line for where in problem.related] == [1]


def test_one_huge_cell(tmp_path: Path) -> None:
    """A cell longer than any text of the data is read in pieces, and nothing is lost between them."""
    (tmp_path / "a.csv").write_text("ก" * 150_000 + "โทร. 081-234-5612", encoding="utf-8")

    texts = read_texts(tmp_path / "a.csv")

    assert max(map(len, texts)) <= 20_000
    assert texts[-1].endswith("081-234-5612")


@pytest.mark.parametrize("name", ["บัตร.jpg".encode("cp874"), b"card.jpg"], ids=["thai-windows", "ascii"])
def test_names_in_an_archive(tmp_path: Path, name: bytes) -> None:
    """Thai Windows writes names in its own code page, without a mark."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("N" * len(name), b"")
    path.write_bytes(path.read_bytes().replace(b"N" * len(name), name))

    assert read_texts(path) == [name.decode("cp874")]


DAMAGED = [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\xff" * 18, b"<html></html>", b"\xff\xfe\x00", b"\x00" * 100]
DAMAGES = ["empty", "header", "wild-directory", "html", "odd-utf16", "zeros"]


@pytest.mark.parametrize("raw", DAMAGED, ids=DAMAGES)
@pytest.mark.parametrize("suffix", ["docx", "xlsx", "zip", "pdf"])
def test_damaged_file(tmp_path: Path, suffix: str, raw: bytes) -> None:
    """A file that is not what its ending says is told by reading, not here."""
    (tmp_path / f"a.{suffix}").write_bytes(raw)

    assert read_texts(tmp_path / f"a.{suffix}") == []


@pytest.mark.parametrize("raw", DAMAGED, ids=DAMAGES)
def test_damaged_table(tmp_path: Path, raw: bytes) -> None:
    """Any bytes are lines of something."""
    (tmp_path / "a.csv").write_bytes(raw)

    assert len(read_texts(tmp_path / "a.csv")) <= 2


def test_document_type_in_properties(tmp_path: Path) -> None:
    """Entities that grow a thousandfold are not opened."""
    write_office_file(tmp_path / "a.docx", author="&a;", doctype='<!DOCTYPE a [<!ENTITY a "นายสมชาย ใจดี">]>')

    assert read_texts(tmp_path / "a.docx") == []


def test_properties_cut_short(tmp_path: Path) -> None:
    """What stands before the damage is read."""
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("docProps/core.xml", CORE.format(author="สมชาย ใจดี", title="", doctype="")[:-30])

    assert read_texts(tmp_path / "a.docx") == ["สมชาย ใจดี"]


def test_link_out_of_the_folder(tmp_path: Path) -> None:
    """A link that leads elsewhere is not followed."""
    (tmp_path / "secret.csv").write_text("081-234-5612", encoding="utf-8")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.csv").symlink_to(tmp_path / "secret.csv")

    assert list(read_attachment(tmp_path / "files" / "a.csv", tmp_path / "files")) == []


@pytest.mark.parametrize(
    "name", ["\0.csv", "a" * 300 + ".csv", "missing.csv", "../a.csv"], ids=["nul", "long", "missing", "above"]
)
def test_name_of_no_file(tmp_path: Path, name: str) -> None:
    """A name that leads nowhere reads as nothing."""
    assert list(read_attachment(tmp_path / "files" / name, tmp_path / "files")) == []


def write_pdf(path: Path, text: str) -> None:
    """Write a PDF of one page; without text it is as a scan is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    stream = f"BT /F 12 Tf 40 800 Td ({text}) Tj ET" if text else ""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = pdf.make_stream(stream.encode())
        pdf.save(path)


def test_words_in_a_pdf(tmp_path: Path) -> None:
    """A number printed on a page is told with its page, in the record that names the file."""
    write_pdf(tmp_path / "files" / "a.pdf", "1-2345-67890-12-1")

    [problem] = check_file(tmp_path, "a.pdf")

    assert (problem.kind, problem.severity, problem.where.line) == ("citizen-id", Severity.ERROR, 4)
    assert "ในหน้า 1 ของไฟล์แนบ" in problem.message


def test_words_in_word_and_excel(tmp_path: Path) -> None:
    """Paragraphs and cells are read as any text is, with their places."""
    (tmp_path / "files").mkdir()
    document = docx.Document()
    document.core_properties.author = "User"
    document.add_paragraph("ผู้ประสานงาน โทร. 081-234-5612")
    document.save(tmp_path / "files" / "a.docx")
    with xlsxwriter.Workbook(tmp_path / "files" / "a.xlsx") as book:
        book.add_worksheet("ข้อมูล").write("B2", "โทร. 081-234-5612")

    assert "ย่อหน้า 1" in [found.part for found in read_attachment(tmp_path / "files/a.docx", tmp_path / "files")]
    assert [found.part for found in read_attachment(tmp_path / "files/a.xlsx", tmp_path / "files")][-1] == (
        "แผ่นงาน “ข้อมูล” เซลล์ B2"
    )
    assert [problem.kind for problem in check_file(tmp_path, "a.docx")] == ["phone"]


def test_a_scan_is_said_to_be_unread(tmp_path: Path) -> None:
    """Nobody takes a picture for checked: one advice, which can be silenced by its kind."""
    write_pdf(tmp_path / "files" / "a.pdf", "")

    [problem] = check_file(tmp_path, "a.pdf")

    assert (problem.kind, problem.severity) == ("unread", Severity.ADVICE)
    assert problem.message.startswith("ทั้งไฟล์ ของไฟล์แนบเป็นภาพสแกน")
