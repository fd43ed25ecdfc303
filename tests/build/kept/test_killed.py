"""A build that is killed leaves nothing that the next one stumbles over."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest
from conftest import Site
from runner import run_commands
from small_site import ROUND, begin_site, build_site, write

KILLS = int(os.environ.get("KILLS", "2"))  # `make fuzz` asks for more
AMOUNTS = ("18,495", "19,000")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site of which nothing is built."""
    return begin_site(tmp_path, monkeypatch)


def disburse(site: Site, amount: str) -> None:
    """Change a record of both LAOs."""
    for slug in ("bandin", "bannam"):
        write(site.plans / slug / "progress" / "2566-12.yml", ROUND.format(disbursed=amount))


def read_pages(site: Site) -> dict[str, bytes]:
    """Return the generated pages by path; records of the writer tell times, which differ."""
    return {path.relative_to(site.content).as_posix(): path.read_bytes() for path in site.content.rglob("*.md")}


@pytest.mark.slow
def test_killed_at_any_moment_the_next_run_makes_the_same_site(site: Site) -> None:
    """Pages, built site and cache: none is half-written, or the next run mends it."""
    run_commands(site.folder, [["prongsai", "cache"]], {})  # whoever carries them out has begun
    whole, pages = {}, {}
    start = time.monotonic()
    for amount in AMOUNTS:
        disburse(site, amount)
        whole[amount] = build_site(site, has_cache=False)
        pages[amount] = read_pages(Site(site.folder.with_name("fresh")))
    seconds = (time.monotonic() - start) / len(AMOUNTS)
    chance = random.Random(KILLS)  # noqa: S311 - a moment, no secret
    for number in range(KILLS):
        amount = AMOUNTS[number % 2]
        disburse(site, amount)
        run_commands(
            site.folder, [["mkdocs", "build", "-q"]], {}, seconds=chance.uniform(number, number + 1) / KILLS * seconds
        )
        half = {
            path for path, data in read_pages(site).items() if data not in {page.get(path) for page in pages.values()}
        }
        assert not half, number

        assert build_site(site) == whole[amount], number
