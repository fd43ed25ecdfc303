"""The MkDocs plugin: calls the build before MkDocs does, and hands on its navigation. It holds no logic of its own."""

from __future__ import annotations

from functools import partial
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger

from generator.build import Checked, check_plans, generate, print_papers, render_identity
from generator.csp import render_policy
from generator.diagnostics.summary import format_summary
from generator.diagnostics.text import format_problem
from generator.exceptions import ProngsaiError
from generator.offline import name_index_files
from generator.pages.page import page_address
from generator.pages.search_page import SITE_SEARCH
from generator.pages.site import NavItem, compute_nav
from generator.papers.paths import LaoPaths
from generator.problem import Severity
from generator.search import SearchIndex, index_page
from generator.thai.clock import get_today
from generator.typography import set_text
from generator.writing import is_generated

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = get_plugin_logger("prongsai")
_LOG = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.ADVICE: log.info}


class ProngsaiConfig(Config):
    """Settings in ``mkdocs.yml``; ``papers`` tells when PDF and Word files are printed: not while previewing."""

    plans = config_options.Type(str, default="plans")
    papers = config_options.Choice(("build", "always", "never"), default="build")
    offline = config_options.Type(bool, default=False)


class ProngsaiPlugin(BasePlugin[ProngsaiConfig]):
    """Checks the plans and writes their pages before every build."""

    _is_serving = False
    _index = SearchIndex()
    _last_good: Checked | None = None
    _has_cards = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
        """Remember whether this is the live preview; having this hook also lets MkDocs keep the plugin between builds."""
        self._is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Generate the pages; MkDocs needs the navigation with its settings, so this is the time.

        Raises:
            PluginError: The data have errors, or the pages cannot be written; the last good pages stay. The live
                preview goes on showing them instead.
        """
        try:
            checked = check_plans(Path(config.config_file_path).parent / self.config.plans, shown=self.config.plans)
            for problem in checked.problems:
                _LOG[problem.severity](format_problem(problem))
            if checked.is_publishable():
                if self.config.papers == "always" or (self.config.papers == "build" and not self._is_serving):
                    print_papers(checked, Path(config.docs_dir))
                # The live preview stands at an address of this machine, which no page may name.
                site_url = "" if self._is_serving else config.site_url or ""
                generate(checked, Path(config.docs_dir), today=get_today(), site_url=site_url)
                self._last_good = checked
        except ProngsaiError as error:
            raise PluginError(str(error)) from None
        if self._last_good is not checked:
            message = f"{format_summary(checked.problems)} ยังไม่ได้สร้างหน้าใหม่ หน้าเดิมยังอยู่ครบ"
            if not (self._is_serving and self._last_good):
                raise PluginError(message)
            log.error(message)
        self._index = SearchIndex()
        self._has_cards = bool(config.site_url) and not self._is_serving
        config.extra["laos"] = {
            dossier.slug: {
                "title": dossier.lao.full_name,
                "has_colour": bool(dossier.lao.colour),
                "has_seal": bool(dossier.lao.seal),
                "contact": page_address(LaoPaths(dossier.slug).contact),
                "nav": [_to_template(item) for item in compute_nav(dossier)],
            }
            for dossier in self._last_good.dossiers
        }
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out of a copy for a folder what needs a server: the search, which reads data; 404, sitemap, robots.txt."""
        if self.config.offline and self._last_good:
            config.theme.static_templates.clear()
            for path in (SITE_SEARCH, *(LaoPaths(dossier.slug).search for dossier in self._last_good.dossiers)):
                if file := files.get_file_from_path(path):
                    files.remove(file)
        return files

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Give the theme's templates what they need to know of this build."""
        env.filters["content_policy"] = partial(render_policy, is_offline=self.config.offline)
        env.globals |= {
            "is_offline": self.config.offline,
            "is_preview": self._is_serving,  # its reloading is an inline script that changes with every build
            "has_cards": self._has_cards,
        }
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Note a page's words for the search, and which address search engines shall keep."""
        if config.site_url and (canonical := page.meta.get("canonical")):
            page.canonical_url = config.site_url + canonical
        slug = page.meta.get("lao", "")
        address = page.url.removeprefix(f"{slug}/") if slug else page.url
        if address != "search/" and not (slug and page.url in {"", "./"}):
            self._index.add(slug, index_page(address, unescape(page.meta.get("title", "")), html))
        return html

    def on_post_page(self, output: str, **_: Any) -> str:
        """Set a page's text, and make its links fit for a folder where that is asked for."""
        page = set_text(output)
        return name_index_files(page) if self.config.offline else page

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what stands beside the pages: the search data, the colours, seals and cards."""
        files = {} if self.config.offline else self._index.render()
        if self._last_good:
            files |= render_identity(self._last_good, config.site_name, with_cards=self._has_cards)
        for path, data in files.items():
            target = Path(config.site_dir) / path
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch plans, theme and hand-written pages; not the generated ones, or each save would build twice."""
        content = Path(config.docs_dir)
        server.unwatch(str(content))
        server.watch(str(Path(config.config_file_path).parent / self.config.plans))
        if config.theme.custom_dir:
            server.watch(config.theme.custom_dir)
        for entry in content.iterdir():
            pages = [entry] if entry.suffix == ".md" else list(entry.rglob("*.md"))
            if not any(is_generated(page) for page in pages):
                server.watch(str(entry))
        return server


def _to_template(item: NavItem) -> dict[str, Any]:
    return {
        "title": item.title,
        "url": page_address(item.path),
        "children": [_to_template(child) for child in item.children],
    }
