"""One run of MkDocs from its settings to the built site: the order in which everything else is called."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from msgspec import Struct
from msgspec.structs import replace

from prongsai.addresses import SITE_COMPARISON, SITE_PORTAL, SITE_SEARCH, page_address, search_titles
from prongsai.build.checked import Checked, check_plans
from prongsai.build.commit import Commit, find_commits
from prongsai.build.day import get_day
from prongsai.build.exchanges import load_exchanges
from prongsai.build.kept import CACHE
from prongsai.build.kept.apart import MOST_HERE, build_apart, build_on_cluster
from prongsai.build.kept.built import BuiltBefore
from prongsai.build.kept.keeper import Keeper
from prongsai.build.kept.parcel import pack_task
from prongsai.build.kept.program import describe_mode, is_known_program
from prongsai.build.kept.task import Task, Told
from prongsai.build.lao import Settings
from prongsai.build.last_good import hold_back
from prongsai.build.progress import follow
from prongsai.build.site import write_laos, write_site
from prongsai.diagnostics.history_gap import format_history_gap
from prongsai.diagnostics.summary import format_summary
from prongsai.diagnostics.text import format_problem
from prongsai.exceptions import ProngsaiError
from prongsai.finish.generated_page import GeneratedPage
from prongsai.finish.page_needs import check_excluded
from prongsai.finish.policy import check_ready_made
from prongsai.finish.style_notes import drop_notes
from prongsai.finish.unused_files import is_unused
from prongsai.history.log import load_logs
from prongsai.load.plans_folder import list_laos
from prongsai.outputs.embeds.output import list_written
from prongsai.outputs.package_pages import is_package_page
from prongsai.outputs.pages.environment import keep_compiled
from prongsai.outputs.pages.nav import NavItem
from prongsai.outputs.pages.site_pages import SITE_PATHS
from prongsai.outputs.pages.summary import Summary
from prongsai.outputs.writer import is_generated
from prongsai.places import CONTENT
from prongsai.problem import Problem, Severity
from prongsai.settings.defaults import has_only_own_extensions, set_nav
from prongsai.settings.own_theme import find_own_theme
from prongsai.settings.theme_style import ThemeStyle, is_more_used

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from prongsai.settings.options import ProngsaiConfig

log = get_plugin_logger("prongsai")
NOT_KEPT = (
    "แบ่งให้หลายเครื่องสร้างไม่ได้ เพราะหน้าของหน่วยงานเก็บแยกกันไม่ได้: mkdocs.yml มี cache: false, validation: anchors, ปลั๊กอินหรือ hooks อื่น "
    "หรือ theme/ มีแม่แบบที่แสดงทุกหน่วยงาน หรือลิงก์ไปโฟลเดอร์อื่น วิธีแก้: เอาออก หรือสร้างเครื่องเดียวด้วย mkdocs build"
)
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.ADVICE: logging.INFO}


class Mode(Struct, frozen=True):
    """What MkDocs was called for.

    Attributes:
        is_serving: It shows a preview.
        scope: The LAOs that this process builds for another; empty where it builds the site.
        told: What that process knows of their history; None where the repository is here.
    """

    is_serving: bool = False
    scope: tuple[str, ...] = ()
    told: Told | None = None


class Shown(Struct, frozen=True):
    """What the preview showed last.

    Attributes:
        laos: Its LAOs.
        keys: What those whose problems it told depended on.
    """

    laos: tuple[Summary, ...]
    keys: Mapping[str, str]


class Run:
    """The LAOs of one run, and what MkDocs is told of them."""

    def __init__(self, config: MkDocsConfig, options: ProngsaiConfig, plans: Path, mode: Mode) -> None:
        """Find out what was built before.

        Args:
            config: The completed settings.
            options: The plugin's own.
            plans: The folder of plans.
            mode: What MkDocs was called for.

        Raises:
            ProngsaiError: The folder of plans cannot be read.
        """
        self._config = config
        self._options = options
        self._plans = plans
        self._mode = mode
        self._content = Path(config.docs_dir)
        self._folders = list_laos(plans)
        self._commits = mode.told.commits if mode.told else find_commits(plans, self._folders)
        self.before = self._find_built_before()
        keep_compiled(self.before.templates)
        self.laos: tuple[Summary, ...] = ()
        self._style = ThemeStyle()
        self._told: Mapping[str, str] = {}
        self.failure = ""  # what is to be told at the end: some LAOs are not as their records are

    @property
    def shown(self) -> Shown:
        """What a preview shows after this run."""
        return Shown(self.laos, self._told)

    def write(self, last: Shown | None) -> None:
        """Write the pages, and tell MkDocs' settings of the LAOs.

        Args:
            last: What the preview showed last; None where nothing was shown.

        Raises:
            PluginError: The data have errors; in the preview only where it has shown nothing yet.
            ProngsaiError: The pages cannot be written.
        """
        self._build_apart()
        self.laos = self._write_scope() if self._mode.scope else self._write_pages(last)
        set_nav(self._config, is_written=not self._mode.scope)
        self._config.extra["laos"] = {lao.slug: self._describe(lao) for lao in self.laos}

    def _write_pages(self, last: Shown | None) -> tuple[Summary, ...]:
        """Return the LAOs whose pages are there: as the data are, or as they last were right."""
        keeper = self.before.keeper
        checked = check_plans(self._plans, shown=self._options.plans, keeper=keeper)
        self.before.take(checked.kept, ())
        self._told = keeper.keys if keeper else {}
        self._tell(checked, last.keys if last else {})
        if not checked.is_publishable():
            held = hold_back(checked, self._options.plans, keeper) if keeper else None
            if held is None:
                message = f"{format_summary(checked.problems)} ยังไม่ได้สร้างหน้าใหม่ หน้าเดิมยังอยู่ครบ"
                if not self._mode.is_serving or last is None:
                    raise PluginError(message)
                log.error(message)
                return last.laos
            checked = held.checked
            self.failure = (
                f"{format_summary(checked.problems)} หน้าของ {' '.join(held.slugs)} ยังเป็นชุดที่ถูกต้องล่าสุด "
                "หน้าของหน่วยงานอื่นเป็นปัจจุบันแล้ว"
            )
        _, laos = write_site(checked, self._content, self._read_settings(), keeper, show=follow)
        self.before.take(checked.kept, laos)
        if gap := format_history_gap(lao.summary.history for lao in laos):
            log.info(gap)
        return tuple(lao.summary for lao in laos)

    def _tell(self, checked: Checked, last: Mapping[str, str]) -> None:
        """Tell what is wrong; a preview that goes on only what is wrong with LAOs that changed, for it told the rest.

        Args:
            checked: What was read and checked.
            last: What the LAOs depended on when their problems were last told. One may be as it was before that again.
        """
        told: set[Problem] = set()
        if self._mode.is_serving and not self._config.strict:
            same = (kept.lao for slug, kept in checked.kept.items() if kept.key == last.get(slug))
            told.update(problem for lao in same if lao for problem in lao.problems)
        for problem in checked.problems:
            if problem not in told and log.isEnabledFor(_LEVELS[problem.severity]):
                log.log(_LEVELS[problem.severity], "%s", format_problem(problem))
        if told:
            log.info("หน่วยงานที่ไม่เปลี่ยนยังมีคำเตือนและคำแนะนำที่บอกไปแล้วรวม %d ข้อ", len(told))

    def _write_scope(self) -> tuple[Summary, ...]:
        """Return the LAOs of a task whose pages are written; of those with errors the other process tells."""
        settings, keeper = self._read_settings(), self.before.keeper
        checked = (
            check_plans(self._plans, shown=self._options.plans, only=slug, keeper=keeper) for slug in self._mode.scope
        )
        good = (one for one in checked if one.is_publishable())
        laos = [lao for one in good for lao in write_laos(one, self._content, settings, keeper)[1]]
        self.before.take({}, laos)
        return tuple(lao.summary for lao in laos)

    def _build_apart(self) -> None:
        """Have several changed LAOs built side by side before the site is built of them."""
        keeper = self.before.keeper
        if not keeper or self._mode.scope or self._mode.is_serving:
            return
        unknown = keeper.list_unknown(self._folders)
        task = self._make_task(keeper, unknown)
        if self._options.cluster and unknown:
            told = Told(self._commits, load_logs(self._plans, unknown))
            pack = partial(pack_task, plans=self._plans, theme=find_own_theme(self._config), told=told)
            build_on_cluster(self._options.cluster, pack, task, keeper.cache)
            keeper.look_again()
            unknown = keeper.list_unknown(self._folders)
            if unknown:
                log.info("คลัสเตอร์ไม่ได้สร้าง %d หน่วยงาน (โปรแกรมคนละรุ่น หรือข้อมูลมีข้อผิดพลาด) จึงสร้างที่เครื่องนี้", len(unknown))
        if len(unknown) > (1 if self._options.jobs > 1 else MOST_HERE):
            build_apart(replace(task, slugs=tuple(unknown)), self._options.jobs)
            keeper.look_again()

    def _make_task(self, keeper: Keeper, slugs: Sequence[str]) -> Task:
        return Task(self._config.config_file_path, self._config.docs_dir, str(keeper.cache.folder), tuple(slugs))

    def build_shard(self, slugs: Sequence[str]) -> list[Path]:
        """Have some LAOs built that are not kept yet, and return where they are kept.

        Those with errors are left to who builds the site of them, and tells.

        Raises:
            ProngsaiError: The settings let nothing be kept.
        """
        keeper = self.before.keeper
        if keeper is None:
            raise ProngsaiError(NOT_KEPT)
        if unknown := keeper.list_unknown(slugs):
            build_apart(self._make_task(keeper, unknown), self._options.jobs)
            keeper.look_again()
        return keeper.list_entries(slugs)

    def _read_settings(self) -> Settings:
        return Settings(
            get_day(),
            self._config.site_name,
            self._address,
            self._options.licence,
            ()
            if self._mode.scope
            else load_exchanges(Path(self._config.config_file_path).parent, self._options.sources),
            cards=self._options.cards,
            with_parquet=self._options.parquet,
            logs=self._mode.told.logs if self._mode.told else None,
            reads_history=True,
            makes_papers=self._makes_papers,
        )

    @property
    def _address(self) -> str:
        """Where the site will stand; the live preview stands at an address of this machine, which no page may name."""
        return "" if self._mode.is_serving else self._config.site_url or ""

    @property
    def _makes_papers(self) -> bool:
        papers = self._options.papers
        return papers == "always" or (papers == "build" and not self._mode.is_serving)

    def _find_built_before(self) -> BuiltBefore:
        cache = Path(self._config.config_file_path).parent / CACHE if self._options.cache else None
        mode = describe_mode(self._config, self._options, is_serving=self._mode.is_serving)
        return BuiltBefore(self._config, cache, self._plans, self._commits, get_day(), *mode)

    def _describe(self, lao: Summary) -> dict[str, Any]:
        """Return what the theme's templates show of an LAO."""
        commit = self._commits.get(lao.slug)
        return {
            "title": lao.name,
            "has_colour": lao.has_colour,
            "has_seal": lao.has_seal,
            "contact": page_address(lao.contact),
            "commit": self._find_commit(commit),
            "data": page_address(lao.data),
            "nav": [_to_template(item) for item in lao.nav],
        }

    def _find_commit(self, commit: Commit | None) -> str:
        return commit.id if commit and commit.is_all and not self._mode.is_serving else ""

    def list_titles(self) -> dict[str, list[tuple[str, str, str]]]:
        """Return the search's files with the titles of a province, and the LAOs that are in each: slug, name, place."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for lao in () if self._mode.scope else self.laos:
            found.setdefault(search_titles(lao.province), []).append((lao.slug, lao.name, lao.location))
        return found

    def find_names(self, page: Page) -> tuple[str, ...]:
        """Return the names of places that a page may tell: its LAO's, those of all, none on a page of the package."""
        if slug := page.meta.get("lao"):
            return next((lao.names for lao in self.laos if lao.slug == slug), ())
        is_ours = is_package_page(self._content, page.file.src_uri)
        return () if is_ours else tuple(name for lao in self.laos for name in lao.names)

    @property
    def slugs(self) -> frozenset[str]:
        """The folders of the LAOs whose pages are there."""
        return frozenset(lao.slug for lao in self.laos)

    def choose_files(self, files: Files) -> Files:
        """Return what MkDocs has to deal with: what was built before is copied, the rest of ours needs no Markdown.

        A copy for a folder does without what needs a server: the search, which reads data; 404, sitemap, robots.txt.

        Raises:
            ProngsaiError: A file would be published as a page just as it is, or a page of an LAO left out.
        """
        config, scope, slugs = self._config, self._mode.scope, self.slugs
        ours = [file for file in files if not scope or file.src_uri.partition("/")[0] in scope]
        published = {file.src_uri for file in ours if file.inclusion.is_included()}  # type: ignore[no-untyped-call]
        embeds = list_written(self._content, slugs)
        ready_made = (file.src_uri for file in ours if not file.is_documentation_page())
        check_ready_made(name for name in ready_made if name in published and name not in embeds)
        left_out = (file.src_uri for file in ours if file.src_uri not in published)
        check_excluded((name for name in left_out if name.endswith(".md")), slugs)
        self._style = self._find_style(files)
        for unused in [file for file in files if is_unused(file.src_uri) or not self._style.is_published(file.src_uri)]:
            files.remove(unused)
        drop_notes(files)
        if scope:
            self.before.leave_out(scope, self._folders, files, config)
        else:
            files = self.before.hand_on(files, config)
        if has_only_own_extensions(config):
            titles = dict(_list_titles(config.nav))
            folders = {*slugs, *(path.partition("/")[0] for path in (SITE_COMPARISON, SITE_PORTAL))}
            for page in files.documentation_pages():
                if page.src_uri.partition("/")[0] in folders or page.src_uri in SITE_PATHS:
                    GeneratedPage(titles.get(page.src_uri), page, config)
        if self._options.offline:
            config.theme.static_templates.clear()
            _remove(files, (*embeds, SITE_SEARCH, *(lao.search for lao in self.laos)))
        return files

    def _find_style(self, files: Files) -> ThemeStyle:
        """Return which pages are styled whole: those that a person wrote, or all where more than ours is used."""
        if not is_known_program(self._config) or is_more_used(self._config):
            return ThemeStyle(is_whole=True)
        if self._content.resolve() == CONTENT.resolve():  # in the checkout, where no page tells whose it is
            return ThemeStyle()
        kept = self.before.laos  # where a person placed a page, nothing is kept
        pages = [uri for uri in (f.src_uri for f in files.documentation_pages()) if uri.partition("/")[0] not in kept]
        return ThemeStyle(pages=frozenset(page for page in pages if not is_generated(self._content / page)))

    def needs_whole_style(self, page: Page | None) -> bool:
        """Tell whether a page may hold what no page of ours does."""
        return self._style.is_whole_on(page.file.src_uri if page else "")


def _remove(files: Files, paths: Iterable[str]) -> None:
    for path in paths:
        if path in files.src_uris:
            files.remove(files.src_uris[path])


def _list_titles(nav: Iterable[Any] | None) -> Iterator[tuple[str, str | None]]:
    """Yield the path of every page of a menu, with the title that it has there."""
    for entry in nav or ():
        for title, value in entry.items() if isinstance(entry, dict) else ((None, entry),):
            if isinstance(value, list):
                yield from _list_titles(value)
            else:
                yield str(value).lstrip("/"), title


def _to_template(item: NavItem) -> dict[str, Any]:
    return {
        "title": item.title,
        "url": page_address(item.path),
        "children": [_to_template(child) for child in item.children],
    }
