"""The handbook and README.md: every example is data without a fault, every command, link and word is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import click
import pytest
from click.testing import CliRunner
from conftest import ROOT
from handbook_pages import (
    DOCUMENTS,
    PAGES,
    README,
    Example,
    list_all_data,
    list_code,
    list_commands,
    list_data,
    list_examples,
    list_fences,
    list_first_site,
    list_headings,
    list_links,
    list_used_keys,
    read,
    read_front_matter,
    read_page,
    remove_generated,
    write_examples,
)
from mkdocs.__main__ import cli as mkdocs_cli
from PIL import Image
from prongsai.build.checked import check_plans
from prongsai.checks.registry import get_explanations
from prongsai.cli.main import cli
from prongsai.diagnostics.text import format_problem
from prongsai.handbook.commands import collect_commands
from prongsai.handbook.keys import FILES, find_places, list_keys
from prongsai.handbook.pages import FOLDER
from prongsai.handbook.settings import list_settings
from prongsai.load.names import RESERVED
from prongsai.outputs.exports.sqlite_file import VIEWS
from prongsai.outputs.exports.tables import TABLES
from prongsai.places import STARTER
from prongsai.records.base import LabelledEnum, Record
from pydantic import BaseModel

EVERY_PAGE = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
EVERY_DOCUMENT = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
# Pages whose examples build on those of another page, besides the first site.
NEEDED = {"progress": ("measures",), "oit": ("progress",)}
# Programs that fetch from the network, change the machine, or belong to another system.
NOT_TRIED = frozenset({"sudo", "pip", "datasette", "py", ".", r".venv\Scripts\activate"})
RECORDS = [record for records in FILES.values() for record in (*records, *find_places(records))]
KEYS = {key for record in RECORDS for key in list_keys(record)} | {"ignore", "first", "last", "every_year", "by_year"}
# Words of other programs, and of our pages and reports.
OTHER_WORDS = frozenset(
    """
    chiangmuan chrome null docs_dir false generated generator git install maechan maesai main make mkdocs money nav nongdee pip
    plugins prongsai python3 silenced site_description site_name site_url sort starter theme true yes
    """.split()  # noqa: SIM905 - readable as running text
)


def find_problems(folder: Path, examples: list[Example]) -> list[str]:
    """Return what the checker says of some examples."""
    write_examples(folder, examples)
    problems = check_plans(folder / "plans").problems
    # The example of noted addresses is a beginning; the pages of other examples are not in it.
    return [format_problem(problem) for problem in problems if problem.rule != "unnoted-address"]


@EVERY_DOCUMENT
def test_every_yaml_example_says_which_file_it_is(path: Path) -> None:
    """The line above an example names its file, so that it can be tried."""
    assert [example.text for example in list_examples(read(path))] == list_fences(read(path), "yaml")


@EVERY_DOCUMENT
def test_examples_pass_the_check(path: Path, tmp_path: Path) -> None:
    """A clerk who copies a page's examples into the first site has data without errors or warnings."""
    needed = [example for name in NEEDED.get(path.stem, ()) for example in list_data(read_page(name))]

    assert find_problems(tmp_path, [*list_first_site(), *needed, *list_data(read(path))]) == []


def test_all_examples_together_pass_the_check(tmp_path: Path) -> None:
    """The pages' examples contradict each other nowhere."""
    assert find_problems(tmp_path, list_all_data()) == []


def test_example_of_own_folder_is_the_starter() -> None:
    """The settings that the handbook shows are those that the package starts a site with."""
    (example,) = (example for example in list_examples(read_page("start")) if example.path == "mkdocs.yml")

    assert example.text == (STARTER / "mkdocs.yml").read_text(encoding="utf-8")


def test_answer_of_the_first_check_is_real(tmp_path: Path) -> None:
    """What a clerk shall see after the first check is what the checker says when nothing is wrong."""
    write_examples(tmp_path, list_first_site())

    result = CliRunner().invoke(cli, ["check", "--plans", str(tmp_path / "plans"), "--lao", "nongdee"])

    assert f"เห็น “{result.output.strip()}” คือใช้ได้" in read_page("start")


def test_example_of_a_message_is_real(tmp_path: Path) -> None:
    """The message that the handbook explains is what the checker says, letter for letter."""
    report = next(example for example in list_data(read_page("progress")) if example.path.endswith("2566-06.yml"))
    wrong = Example(report.path, report.text.replace("ดำเนินการแล้วเสร็จ", "ดำเนินการเสร็จแล้ว"), is_addition=False)
    (shown,) = list_fences(read_page("check"), "text")

    assert shown.strip() in find_problems(tmp_path, [*list_first_site(), wrong])


def test_every_key_is_in_an_example() -> None:
    """Each key of each kind of file is shown at work somewhere, so that nobody has to guess its form."""
    used = [found for path in PAGES for example in list_data(read(path)) for found in list_used_keys(example)]
    known = {(base, key) for record, key, _ in used for base in record.__mro__}
    missing = [
        f"{record.__name__}.{key}"
        for record in RECORDS
        for key in list_keys(record)
        if not any((base, key) in known for base in record.__mro__ if base not in {Record, BaseModel, object})
    ]

    assert missing == []


@EVERY_DOCUMENT
def test_commands_can_be_typed(path: Path) -> None:
    """Each command of a block is one that is there, with options that it has."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = read(path)
    for program, *words in [*list_commands(text, "sh"), *list_commands(text, "bat")]:
        if program == "make":
            assert {word for word in words if "=" not in word} <= targets
        elif program in {"prongsai", "mkdocs"}:
            parse_command(cli if program == "prongsai" else mkdocs_cli, words)
        else:
            assert program in NOT_TRIED


def parse_command(group: click.Group, words: list[str]) -> None:
    """Read a command as its program does, and ask it for help instead of doing it; a wrong word is an error."""
    result = CliRunner().invoke(group, [*words, "--help"])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("program", ["check", "due", "explain"])
def test_commands_do_what_the_pages_say(program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands that only tell something run on the first site as they are printed; what is due may be told by 1."""
    write_examples(tmp_path, list_first_site())
    monkeypatch.chdir(tmp_path)
    commands = [
        words for path in DOCUMENTS for words in list_commands(read(path), "sh") if words[:2] == ["prongsai", program]
    ]

    codes = {" ".join(words): CliRunner().invoke(cli, words[1:]).exit_code for words in commands}

    assert commands
    assert {words: code for words, code in codes.items() if code > ("--within" in words)} == {}


@EVERY_DOCUMENT
def test_links_lead_somewhere(path: Path) -> None:
    """Each link leads to a page that is there, and to a heading that it has."""
    for target in list_links(read(path)):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        if name.endswith("rules/index.md"):  # a page that the program writes
            assert not anchor or anchor in get_explanations()
            continue
        page = (path.parent / name) if name else path
        assert page.is_file(), target
        assert not anchor or anchor in {id_ for _, id_ in list_headings(read(page))}, target


@EVERY_PAGE
def test_page_has_its_form(path: Path) -> None:
    """Headings have ASCII ids of their own; the page names itself, its place, and stays out of the search."""
    headings = list_headings(read(path))
    meta = read_front_matter(read(path))
    trail = [["หน้าแรก", "../../"], ["คู่มือ", "../"], [meta["title"], "./"]]

    assert [title for title, id_ in headings if not id_ or not re.fullmatch(r"[a-z0-9_-]+", id_)] == []
    assert len({id_ for _, id_ in headings}) == len(headings)
    assert headings[0] == (meta["title"], "top")
    assert meta["description"]
    assert meta["in_search"] == "false"
    assert meta["breadcrumbs"] == (trail if path.stem != "index" else [["หน้าแรก", "../"], ["คู่มือ", "./"]])


def test_index_leads_to_every_page() -> None:
    """No page of the handbook has to be guessed."""
    names = {target.partition("#")[0] for target in list_links(read_page("index"))}

    assert {path.name for path in PAGES} - {"index.md"} <= names


@EVERY_DOCUMENT
def test_typed_words_exist(path: Path) -> None:
    """A key, rule, value, file or setting that the text names is one that is there."""
    words = [word for code in list_code(remove_generated(read(path))) for word in find_typed_words(code)]

    assert [word for word in words if word not in list_known_words()] == []


def find_typed_words(code: str) -> Iterator[str]:
    """Yield the English words of a piece of code that somebody must spell right; addresses and commands have tests."""
    if re.match(r"(?:https?:|/|make |mkdocs |prongsai |set |\.venv|--)", code) or code.endswith("/"):
        return
    yield from (word for word in re.findall(r"(?<![\w#/.-])[a-z][a-z0-9_-]{2,}(?![\w./-])", code))


@cache
def list_known_words() -> set[str]:
    """Return every word that data, commands and settings know."""
    choices = {
        name
        for record in RECORDS
        for _, hint in list_keys(record).values()
        for kind in find_choices(hint)
        for name in kind
    }
    examples = {Path(example.path).stem for path in DOCUMENTS for example in list_examples(read(path))} | {"p01"}
    formats = {name for option in collect_commands()["check"].params for name in getattr(option.type, "choices", ())}
    return {
        *(name for table in TABLES for name in (table.name, *table.names)), *VIEWS,
        *KEYS, *choices, *examples, *formats, *get_explanations(), *list_settings(), *collect_commands(), *RESERVED, *FILES, *OTHER_WORDS,
    }  # fmt: skip


def find_choices(hint: Any) -> Iterator[type[LabelledEnum]]:
    """Yield the choices inside a type."""
    if isinstance(hint, type) and issubclass(hint, LabelledEnum):
        yield hint
    for part in get_args(hint):
        yield from find_choices(part)


def test_variables_of_the_environment_exist() -> None:
    """A variable that the text names is one that the program, its settings or the Makefile read."""
    names = {
        code
        for path in DOCUMENTS
        for text in list_code(read(path))
        for code in re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b", text)
    }
    sources = [
        *(ROOT / "generator").rglob("*.py"),
        *(ROOT / "generator").rglob("*.yml"),
        ROOT / "Makefile",
        ROOT / "mkdocs.yml",
    ]
    code = "".join(read(path) for path in sources)

    assert sorted(name for name in names if name not in code) == []


def test_readme_fits_on_one_screen() -> None:
    """README.md is short, and its picture is not heavy."""
    (picture,) = (README.parent / target for target in list_links(read(README)) if target.endswith(".png"))

    assert len(read(README).splitlines()) <= 150
    assert picture.stat().st_size <= 150_000
    with Image.open(picture) as opened:
        assert opened.width >= 1000


def test_every_page_is_in_the_folder() -> None:
    """The handbook has pages; a wrong folder would make every other test here pass."""
    assert len(PAGES) > 15
    assert all(path.parent == FOLDER for path in PAGES)
