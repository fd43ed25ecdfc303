"""The feeds of an LAO, its own and one a project, and the site's, of all LAOs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from msgspec.structs import replace

from prongsai.outputs.artifact import Artifact, hash_parts
from prongsai.outputs.feeds.atom import Feed, render_feed
from prongsai.outputs.feeds.entries import list_entries, list_project_entries, make_id, make_site_id, sort_entries
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.summary import Summary

NAME = "feeds"
KEPT = 100  # entries of a feed: who follows it reads the newest


def list_artifacts(lao: LaoPages) -> Iterator[Artifact]:
    """Yield the feed of the LAO and of every project of which there is news."""
    for feed in _list_feeds(lao):
        yield _make(feed, lao.site_url)


def list_site_artifacts(summaries: Sequence[Summary], path: str, site_name: str, site_url: str) -> Iterator[Artifact]:
    """Yield the feed of the whole site; none without news.

    Args:
        summaries: The LAOs.
        path: Where the feed stands in ``content/``.
        site_name: The site's name.
        site_url: Where the site will stand; empty where that is not known.
    """
    named = (replace(entry, title=f"{summary.name}: {entry.title}") for summary in summaries for entry in summary.news)
    entries = sort_entries([*named])[:KEPT]
    if entries:
        publisher = site_name or "เว็บไซต์นี้"
        title = f"แผนป้องกันการทุจริต {publisher}"
        yield _make(Feed(make_site_id(site_url or publisher), path, "index.md", title, publisher, entries), site_url)


def _list_feeds(lao: LaoPages) -> Iterator[Feed]:
    name = lao.dossier.lao.full_name
    if entries := list_entries(lao):
        front = lao.paths.front
        yield Feed(make_id(lao, front), lao.paths.feed, front, f"แผนป้องกันการทุจริต {name}", name, entries[:KEPT])
    for plan in lao.dossier.plans.values():
        for project in plan.projects:
            if entries := list_project_entries(lao, plan, project):
                page = lao.get_project_page(plan, project.id)
                path = lao.plan_paths(plan).project_feed(project.id)
                yield Feed(make_id(lao, page), path, page, f"{project.name} {name}", name, entries[:KEPT])


def _make(feed: Feed, site_url: str) -> Artifact:
    key = hash_parts(_hash_tools(), site_url.encode(), repr(feed).encode())
    return Artifact(feed.path, key, partial(render_feed, feed, site_url))


@cache
def _hash_tools() -> bytes:
    """Return the state of what writes a feed: our code, the library."""
    return hash_parts((Path(__file__).parent / "atom.py").read_bytes(), version("lxml").encode()).encode()
