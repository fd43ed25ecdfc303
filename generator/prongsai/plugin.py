"""The MkDocs plugin: calls the build before MkDocs does, and hands on its navigation. It holds no logic of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import LegacyConfig, ValidationError
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.utils import get_build_date

from prongsai.addresses import page_address
from prongsai.build.checked import check_plans
from prongsai.build.commit import Commit, find_commits
from prongsai.build.day import get_day
from prongsai.build.exchanges import load_exchanges
from prongsai.build.kept.apart import Task, build_apart
from prongsai.build.kept.built import BuiltBefore
from prongsai.build.kept.cache import CACHE
from prongsai.build.lao import Settings
from prongsai.build.lock import ContentLock
from prongsai.build.site import write_laos, write_site
from prongsai.build.site_folder import SiteFolder
from prongsai.diagnostics.history_gap import format_history_gap
from prongsai.diagnostics.settings import format_refusals
from prongsai.diagnostics.summary import format_summary
from prongsai.diagnostics.text import format_problem
from prongsai.exceptions import ProngsaiError
from prongsai.finish.folder_links import name_index_files
from prongsai.finish.generated_page import GeneratedPage
from prongsai.finish.page_needs import check_excluded, check_front_matter
from prongsai.finish.policy import check_policy, check_ready_made, render_policy
from prongsai.finish.search_data import SearchIndex, index_page
from prongsai.finish.sitemap import list_sitemap
from prongsai.finish.typography import set_text
from prongsai.finish.unused_files import is_unused
from prongsai.load.plans_folder import list_laos
from prongsai.outputs.embeds.output import list_written
from prongsai.outputs.pages.nav import NavItem
from prongsai.outputs.pages.site_pages import SITE_SEARCH
from prongsai.outputs.pages.summary import Summary
from prongsai.outputs.writer import is_generated
from prongsai.places import THEME
from prongsai.problem import Severity
from prongsai.settings.defaults import has_only_own_extensions, read_site_url, set_defaults, set_nav
from prongsai.settings.first_look import find_first_refusals
from prongsai.settings.options import ProngsaiConfig
from prongsai.settings.own_theme import add_own_theme, find_own_theme, list_scripts
from prongsai.settings.refusals import NO_PLUGIN, find_refusals

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("prongsai")
_LOG = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.ADVICE: log.info}
_LAST = -100  # after other plugins, so that what they make of a page is checked too


class ProngsaiPlugin(BasePlugin[ProngsaiConfig]):
    """Checks settings and plans, and writes the pages before every build."""

    scope: tuple[str, ...] = ()  # the LAOs that this process builds for another; empty where it builds the site
    _folders: Sequence[str] = ()
    _is_serving = False
    _is_dirty = False
    _index = SearchIndex()
    _last_good: tuple[Summary, ...] | None = None
    _before: BuiltBefore
    _has_cards = False
    _policies: frozenset[str] = frozenset()
    _scripts: frozenset[str] = frozenset()
    _lock: ContentLock | None = None
    _site: SiteFolder | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the plugin's settings, and tell in Thai what MkDocs is about to refuse."""
        errors, warnings = super().load_config(options, config_file_path)
        refusals = find_first_refusals(Path(config_file_path)) if config_file_path else ()
        told = [(item.setting, ValidationError(f"{item.message} วิธีแก้: {item.fix}")) for item in refusals]
        return [*errors, *told], warnings

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what was asked for; having this hook also lets MkDocs keep the plugin between builds."""
        self._is_serving = command == "serve"
        self._is_dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the settings, complete them, and write the pages: MkDocs needs their navigation with its settings.

        Raises:
            PluginError: The site would be unsafe or broken, the data have errors, or the pages cannot be written. The
                last good pages stay; the live preview goes on showing them where only the data are wrong.
        """
        config.site_url = read_site_url(config)
        plans = self._find_plans(config)
        refusals = [*find_refusals(config, plans=plans, site_url=config.site_url, is_dirty=self._is_dirty)]
        if refusals:
            raise PluginError(format_refusals(refusals, Path(config.config_file_path)))
        add_own_theme(config)
        set_defaults(config)
        self._index = SearchIndex()
        self._policies = frozenset()
        self._scripts = list_scripts(config)
        self._has_cards = bool(config.site_url) and not self._is_serving
        with _told():
            if not self.scope:
                self._site = SiteFolder(Path(config.site_dir))
                self._lock = self._lock or ContentLock(Path(config.docs_dir), log.info)
                self._lock.take()  # until the site is built of what is written here
            self._folders = list_laos(plans)
            commits = find_commits(plans, self._folders)
            self._before = self._find_built_before(config, plans, commits)
            self._build_apart(config)
            self._last_good = self._write_scope(config, plans) if self.scope else self._write_pages(config, plans)
        set_nav(config, is_written=not self.scope)
        config.extra["laos"] = {
            lao.slug: {
                "title": lao.name,
                "has_colour": lao.has_colour,
                "has_seal": lao.has_seal,
                "contact": page_address(lao.contact),
                "commit": self._find_commit(commits.get(lao.slug)),
                "data": page_address(lao.data),
                "nav": [_to_template(item) for item in lao.nav],
            }
            for lao in self._last_good
        }
        return config

    def _write_pages(self, config: MkDocsConfig, plans: Path) -> tuple[Summary, ...]:
        """Return the LAOs whose pages are there: as the data are, or in the preview as they last were right."""
        checked = check_plans(plans, shown=self.config.plans, keeper=self._before.keeper)
        self._before.take(checked.kept, ())
        for problem in checked.problems:
            _LOG[problem.severity](format_problem(problem))
        if not checked.is_publishable():
            message = f"{format_summary(checked.problems)} ยังไม่ได้สร้างหน้าใหม่ หน้าเดิมยังอยู่ครบ"
            if not self._is_serving or self._last_good is None:
                raise PluginError(message)
            log.error(message)
            return self._last_good
        _, laos = write_site(checked, Path(config.docs_dir), self._read_settings(config), self._before.keeper)
        self._before.take(checked.kept, laos)
        if gap := format_history_gap(lao.summary.history for lao in laos):
            log.info(gap)
        return tuple(lao.summary for lao in laos)

    def _write_scope(self, config: MkDocsConfig, plans: Path) -> tuple[Summary, ...]:
        """Return the LAOs of a task whose pages are written; of those with errors the other process tells."""
        settings, content, keeper = self._read_settings(config), Path(config.docs_dir), self._before.keeper
        checked = (check_plans(plans, shown=self.config.plans, only=slug, keeper=keeper) for slug in self.scope)
        laos = [lao for one in checked if one.is_publishable() for lao in write_laos(one, content, settings, keeper)[1]]
        self._before.take({}, laos)
        return tuple(lao.summary for lao in laos)

    def _build_apart(self, config: MkDocsConfig) -> None:
        """Have several changed LAOs built side by side before the site is built of them."""
        keeper = self._before.keeper
        if keeper and not self.scope and not self._is_serving and self.config.jobs > 1:
            unknown = keeper.list_unknown(self._folders)
            if len(unknown) > 1:
                task = Task(config.config_file_path, config.docs_dir, str(keeper.cache.folder), tuple(unknown))
                build_apart(task, self.config.jobs, log.info)

    def _read_settings(self, config: MkDocsConfig) -> Settings:
        return Settings(
            get_day(),
            config.site_name,
            # The live preview stands at an address of this machine, which no page may name.
            "" if self._is_serving else config.site_url or "",
            self.config.licence,
            load_exchanges(Path(config.config_file_path).parent, self.config.sources),
            with_parquet=self.config.parquet,
            reads_history=True,
            makes_papers=self._makes_papers,
        )

    @property
    def _makes_papers(self) -> bool:
        return self.config.papers == "always" or (self.config.papers == "build" and not self._is_serving)

    def _find_commit(self, commit: Commit | None) -> str:
        return commit.id if commit and commit.is_all and not self._is_serving else ""

    def _find_built_before(self, config: MkDocsConfig, plans: Path, commits: Mapping[str, Commit]) -> BuiltBefore:
        cache = Path(config.config_file_path).parent / CACHE if self.config.cache else None
        own = {name: value for name, value in self.config.items() if name not in {"sources", "jobs"}}
        address = "" if self._is_serving else config.site_url
        return BuiltBefore(config, cache, plans, commits, get_day(), self._is_serving, address, self._makes_papers, own)

    def on_pre_build(self, **_: Any) -> None:
        """Try whether the site can be written, before MkDocs empties its folder.

        Raises:
            PluginError: It cannot.
        """
        with _told():
            if self._site:
                self._site.begin()

    def on_build_error(self, *, error: Exception) -> None:
        """Tell in Thai what the system refused MkDocs.

        Raises:
            Abort: It refused something; MkDocs itself would end with a traceback, in the preview with any other error.
        """
        if self._lock:
            self._lock.give_back()
        reason = self._site.explain(error) if self._site else None
        if reason:
            log.error(reason)
            raise Abort("หยุดสร้างเว็บไซต์") from None

    @event_priority(_LAST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out of a copy for a folder what needs a server: the search, which reads data; 404, sitemap, robots.txt.

        Raises:
            PluginError: A file would be published as a page just as it is.
        """
        ours = [file for file in files if not self.scope or file.src_uri.partition("/")[0] in self.scope]
        with _told():
            published = [file for file in ours if file.inclusion.is_included()]
            embeds = list_written(Path(config.docs_dir), self._slugs)
            ready_made = (file.src_uri for file in published if not file.is_documentation_page())
            check_ready_made(name for name in ready_made if name not in embeds)
            left_out = (file for file in ours if not file.inclusion.is_included() and file.src_uri.endswith(".md"))
            check_excluded((file.src_uri for file in left_out), self._slugs)
        for unused in [file for file in files if is_unused(file.src_uri)]:
            files.remove(unused)
        if self.scope:
            self._before.leave_out(self.scope, self._folders, files, config)
        else:
            self._before.hand_on(files, config)
        if has_only_own_extensions(config):
            for page in files.documentation_pages():
                if page.src_uri.partition("/")[0] in self._slugs:
                    GeneratedPage(None, page, config)
        if self.config.offline:
            config.theme.static_templates.clear()
            for path in (*embeds, SITE_SEARCH, *(lao.search for lao in self._last_good or ())):
                if file := files.get_file_from_path(path):
                    files.remove(file)
        return files

    @property
    def _slugs(self) -> frozenset[str]:
        return frozenset(lao.slug for lao in self._last_good or ())

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Give the theme's templates what they need to know of this build."""
        env.bytecode_cache = self._before.templates
        env.filters["content_policy"] = self._render_policy
        env.globals |= {
            "is_offline": self.config.offline,
            "is_preview": self._is_serving,  # its reloading is an inline script that changes with every build
            "has_cards": self._has_cards,
        }
        return env

    def _render_policy(self, scripts: str) -> str:
        policy = render_policy(scripts, is_offline=self.config.offline)
        self._policies |= {policy}
        return policy

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Check what a page asks the theme for.

        Raises:
            PluginError: There is no such thing.
        """
        with _told():
            check_front_matter(page.meta, page.file.src_uri, self._scripts, self._slugs)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Note a page's words for the search, and which address search engines shall keep."""
        if config.site_url and (canonical := page.meta.get("canonical")):
            page.canonical_url = config.site_url + canonical
        if page.meta.get("in_search", True):
            slug = page.meta.get("lao", "")
            address = page.url.removeprefix(f"{slug}/") if slug else page.url
            self._index.add(slug, index_page(address, unescape(page.meta.get("title", "")), html))
        return html

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Set a page's text, and make its links fit for a folder where that is asked for.

        Raises:
            PluginError: The page lacks our policy.
        """
        self._check_policy(page.file.src_uri, output)
        self._before.note(page)
        text = set_text(output)
        return name_index_files(text) if self.config.offline else text

    def on_template_context(self, context: TemplateContext, **_: Any) -> TemplateContext:
        """Give the sitemap its addresses, those of pages that were built before with them."""
        pages = [file.page for file in context["pages"] if file.page]
        sitemap = list_sitemap(pages, self._before.list_sitemap(), get_build_date())
        return context | {"sitemap": sitemap}  # type: ignore[return-value]

    @event_priority(_LAST)
    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """Check the pages that come from a template alone, as 404.html does.

        Raises:
            PluginError: The page lacks our policy.
        """
        self._check_policy(template_name, output_content)
        return output_content

    def _check_policy(self, name: str, page: str) -> None:
        with _told():
            if not self._is_serving:
                check_policy(name, page, self._policies)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what stands beside the pages: the search data."""
        files = {} if self.config.offline else self._index.render()
        for path, data in files.items():
            target = Path(config.site_dir) / path
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)
        self._before.keep(Path(config.site_dir))
        if self._site:
            self._site.end()
        if self._lock:
            self._lock.give_back()

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch plans, theme and hand-written pages; not the generated ones, or each save would build twice."""
        content = Path(config.docs_dir)
        server.unwatch(str(content))
        for folder in (self._find_plans(config), find_own_theme(config), THEME):
            if folder:
                server.watch(str(folder))
        for entry in (entry for entry in content.iterdir() if not entry.name.startswith(".")):
            pages = [entry] if entry.suffix == ".md" else list(entry.rglob("*.md"))
            own = [page for page in pages if not is_generated(page)]
            for path in [entry] if own == pages else own:
                server.watch(str(path))
        return server

    def _find_plans(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.plans


class SearchPlugin(BasePlugin[LegacyConfig]):
    """Stands in for MkDocs' own ``search``, and is so asked for where ``mkdocs.yml`` names no plugin at all.

    The search of our pages is part of the theme; another index of the same words would be published for nothing.
    """

    def load_config(self, *_: Any) -> tuple[ConfigErrors, ConfigWarnings]:
        """Accept whatever was set for the other search."""
        return [], []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stop where our theme is used without what fills it.

        Raises:
            PluginError: The plugin ``prongsai`` is missing.
        """
        if "prongsai" not in config.plugins:
            raise PluginError(format_refusals([NO_PLUGIN], Path(config.config_file_path)))
        return config


@contextmanager
def _told() -> Iterator[None]:
    """Let MkDocs end with the message of an error of ours, without a traceback."""
    try:
        yield
    except ProngsaiError as error:
        raise PluginError(str(error)) from None


def _to_template(item: NavItem) -> dict[str, Any]:
    return {
        "title": item.title,
        "url": page_address(item.path),
        "children": [_to_template(child) for child in item.children],
    }
