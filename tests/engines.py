"""The samples' Markdown built by other programs than ours: do their pages say, link and name the same?

Run with ``make engines``. Generates the pages of ``plans/``, builds them with MkDocs and bare mkdocs-material, ProperDocs
and Zensical, newest versions, without our plugin and theme, and compares page by page with MkDocs: the words of the
article, its links as whole addresses, its ids. Prints a line per engine with its version, and every difference; the
exit code is 1 if there is one that is not known.

Known: Zensical takes the links in raw HTML for paths between files, as those of Markdown are, and puts ``../`` before
them on a page that is no ``index.md``; MkDocs and ProperDocs leave them as they are. Such pages are counted apart.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import yaml
from lxml import html

ROOT = Path(__file__).parents[1]
BIN = Path(os.environ.get("ENGINES", str(ROOT / ".venv" / "engines"))) / "bin"
ENGINES = ("mkdocs", "properdocs", "zensical")  # commands, called as their packages
SETTINGS = {
    "site_name": "ตัวอย่าง",
    "docs_dir": "content",
    "theme": {"name": "material", "language": "th", "font": False},
    "markdown_extensions": [
        "admonition",
        "attr_list",
        "md_in_html",
        {"tables": {"use_align_attribute": True}},
        {"toc": {"toc_depth": 3}},
    ],
    "plugins": [],
}
SHOWN = 10  # differences that are printed for an engine
_ORIGIN = "https://site.invalid/"
_FRAME = ("md-content__button", "md-source-file", "headerlink")  # what a theme adds to an article


@dataclass(frozen=True)
class Page:
    """What is compared of a page.

    Attributes:
        words: The article's words, with single spaces.
        links: Where its links and pictures lead, as addresses in the site, and how many lead there.
        ids: Its ids, in order.
    """

    words: str
    links: Counter[str]
    ids: tuple[str, ...]


def read_page(path: Path, address: str) -> Page:
    """Return what is compared of a built page."""
    tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    (article,) = tree.xpath("//article")
    for name in _FRAME:
        for element in article.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"):
            element.drop_tree()
    targets = [*article.xpath(".//a/@href"), *article.xpath(".//img/@src")]
    return Page(
        " ".join(article.text_content().split()),
        Counter(resolve(address, target) for target in targets),
        tuple(id_ for id_ in article.xpath(".//@id") if not id_.startswith("__")),  # the themes' own
    )


def resolve(address: str, target: str) -> str:
    """Return a link as an address in the site, whichever way it is written; other sites' as they are."""
    found = urljoin(urljoin(_ORIGIN, address), target)
    parts = urlsplit(found)
    if not found.startswith(_ORIGIN):
        return found
    path = parts.path.removesuffix("index.html")
    return unquote(f"{path}#{parts.fragment}" if parts.fragment else path)


def read_site(folder: Path) -> dict[str, Page]:
    """Return the pages of a built site by their addresses."""
    found = {}
    for path in sorted(folder.rglob("index.html")):
        parent = path.parent.relative_to(folder).as_posix()
        address = "" if parent == "." else f"{parent}/"
        found[address] = read_page(path, address)
    return found


def build(engine: str, work: Path) -> tuple[Path, float]:
    """Build the pages with an engine; return the folder and the CPU seconds."""
    folder = work / f"site-{engine}"
    settings = work / f"{engine}.yml"
    settings.write_text(yaml.safe_dump(SETTINGS | {"site_dir": folder.name}, allow_unicode=True), encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [BIN / engine, "build", "--config-file", settings.name],
        cwd=work,
        check=True,
        capture_output=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return folder, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def find_differences(page: Page, other: Page) -> dict[str, str]:
    """Return how a page differs from the same page of another engine, by what differs."""
    found = {}
    if page.words != other.words:
        at = next((n for n, pair in enumerate(zip(page.words, other.words, strict=False)) if pair[0] != pair[1]), 0)
        start = max(at - 20, 0)
        found["words"] = f"“{page.words[start : at + 40]}” ≠ “{other.words[start : at + 40]}”"
    if page.links != other.links:
        missing, added = page.links - other.links, other.links - page.links
        found["links"] = f"lacks {sorted(missing)[:3]}, has {sorted(added)[:3]}"
    if page.ids != other.ids:
        missing, added = Counter(page.ids) - Counter(other.ids), Counter(other.ids) - Counter(page.ids)
        found["ids"] = f"lacks {sorted(missing)[:3]}, has {sorted(added)[:3]}"
    return found


def compare(pages: dict[str, Page], others: dict[str, Page]) -> dict[tuple[str, str], str]:
    """Return every difference of a site from that of another engine, by page and by what differs."""
    found = {(address, "page"): "is in one of both sites only" for address in pages.keys() ^ others.keys()}
    for address in sorted(pages.keys() & others.keys()):
        found |= {(address, what): text for what, text in find_differences(pages[address], others[address]).items()}
    return found


def is_known(engine: str, address: str, what: str, content: Path) -> bool:
    """Tell whether a difference is the known one of an engine."""
    return engine == "zensical" and what == "links" and (content / f"{address.rstrip('/')}.md").is_file()


def list_versions() -> dict[str, str]:
    """Return the versions of the packages of the engines."""
    listed = subprocess.run([BIN / "python", "-m", "pip", "list", "--format", "json"], check=True, capture_output=True)
    packages: list[dict[str, Any]] = json.loads(listed.stdout)
    return {package["name"]: package["version"] for package in packages}


def main() -> int:
    """Build with every engine, compare, print."""
    failed = False
    versions = list_versions()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        subprocess.run(
            [sys.executable, "-m", "prongsai.cli.main", "generate", "--content", work / "content"],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        first: dict[str, Page] = {}
        for engine in ENGINES:
            if not shutil.which(str(BIN / engine)):
                print(f"{engine}: not installed")
                failed = True
                continue
            try:
                folder, seconds = build(engine, work)
            except subprocess.CalledProcessError as error:
                print(
                    f"{engine} {versions.get(engine)}: does not build\n{error.stderr.decode(errors='replace')[-2000:]}"
                )
                failed = True
                continue
            pages = read_site(folder)
            links, ids = (
                sum(page.links.total() for page in pages.values()),
                sum(len(page.ids) for page in pages.values()),
            )
            first = first or pages
            differences = compare(first, pages)
            known = [place for place in differences if is_known(engine, *place, work / "content")]
            new = [f"  /{place[0]}: {place[1]}: {text}" for place, text in differences.items() if place not in known]
            print(
                f"{engine} {versions.get(engine)}: {len(pages)} pages, {sum(len(page.words) for page in pages.values())} "
                f"characters, {links} links, {ids} ids, {seconds:.1f} CPU s; {len(new)} differences, {len(known)} known"
            )
            print(*new[:SHOWN], sep="\n", end="\n" if new else "")
            failed = failed or bool(new)
    print(f"mkdocs-material {versions.get('mkdocs-material')}; the newest versions, not locked")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
