"""The rim towards mkdocs: the only module that knows it. It hands our files to mkdocs and publishes in one step."""

from __future__ import annotations

import gc
import hashlib
import logging
import os
from datetime import UTC, datetime
from functools import partial
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from generator import __version__, publish
from generator.check.report import as_text
from generator.clock import ClockError, build_date, today
from generator.entry.problem import ProblemError, Severity
from generator.offline import check_copy
from generator.pipeline import compiled, leak_scanner, load, site_files
from generator.project import GEOCODES, ProjectError, read_project
from generator.safety import policy
from generator.safety.watch import Watch

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from generator.compile.model import Compiled
    from generator.pipeline import Loaded

log = get_plugin_logger("offramp")

_GC_PAUSE = 200_000
"""New objects between two garbage collections. A build makes millions and no rings of them: Python's 700 cost 15 %."""

_OURS = ("404.html", "sitemap.xml")
"""Files of the theme that the light shell gives itself."""


def build_site(mkdocs_file: Path, *, strict: bool, compress: bool = False) -> str:
    """Build and publish the site of one `mkdocs.yml`; give one line that says what was built.

    `compress` adds `.br` and `.gz` beside each text.

    Ends with SystemExit(1), the problems told on standard error, where there is anything wrong.
    """
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    config = load_config(str(mkdocs_file), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    folder = config.site_dir
    plugin = next(p for p in config.plugins.values() if isinstance(p, OfframpPlugin))
    plugin.config.compress = plugin.config.compress or compress
    try:
        build(config)
    except Abort:
        raise SystemExit(1) from None
    finally:
        config.plugins.on_shutdown()
    return f"{plugin.summary} in {folder}"


def serve_site(mkdocs_file: Path, address: str) -> None:
    """Build the site of one `mkdocs.yml` and serve it on this machine until interrupted, rebuilding on change."""
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    serve(str(mkdocs_file), dev_addr=address)


class OfframpConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs leaves a hook untyped
    """The plugin's options in `mkdocs.yml`."""

    project = config_options.Type(str, default=".")
    """Folder that holds `directory/` and `site_config/`, from the folder of `mkdocs.yml`."""

    language = config_options.Type(str, default="")
    """A code of `site_config/strings/`, or `qps-ploc` for the pseudo-language; empty for the site's own."""

    compress = config_options.Type(bool, default=False)
    """Whether to put `.br` and `.gz` beside each text, for servers that hand those out."""


class _Warnings(logging.Handler):
    """Counts warnings, so that a strict build is refused before anything is published."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += record.levelno >= logging.WARNING


class OfframpPlugin(BasePlugin[OfframpConfig]):  # type: ignore[no-untyped-call]  # as above
    """Reads and checks the project, adds its pages to the site, and swaps the finished site in."""

    def __init__(self) -> None:
        self._stage: publish.Stage | None = None
        self._loaded: Loaded | None = None
        self._directory: Compiled | None = None
        self._warnings = _Warnings()
        self._strict = False
        self._command = "build"

    @property
    def summary(self) -> str:
        """One line on what was built."""
        directory = self._ready()[1]
        told = [f"{len(directory.resources)} resources", f"newest facts {directory.facts_date}"]
        return ", ".join([*told, f"{directory.drafts} drafts left out"])

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep this instance over the rebuilds of `mkdocs serve`. Raises PluginError for a dirty build."""
        if dirty:
            raise PluginError("a dirty build writes only some pages: build without --dirty")
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check, then point mkdocs at a folder beside the site."""
        gc.set_threshold(_GC_PAUSE)
        root = (Path(config.config_file_path or ".").resolve().parent / self.config.project).resolve()
        self._strict = config.strict
        self._loaded = _load(root)
        self._directory = compiled(self._loaded, build_date(), self.config.language)
        site = self._directory.settings.site
        config.site_url = config.site_url or site.url or ""
        config.theme.static_templates -= set(_OURS)
        config.theme.dirs.insert(0, str(resources.files("generator.web").joinpath("handbook")))
        config.extra["offramp"] = {
            "preview": self._directory.settings.words("site.preview") if site.preview else "",
            "noindex": site.preview,
        }
        try:
            self._stage = publish.begin(Path(config.site_dir))
        except publish.PublishError as error:
            raise PluginError(str(error)) from None
        config.site_dir = str(self._stage.folder)
        self._warnings.count = 0
        logging.getLogger("mkdocs").addHandler(self._warnings)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Take out what the light shell gives in its place: hand-written Markdown, and the theme's templates."""
        del config
        for path in (*(f"{name}.md" for name in self._ready()[0].project.authored), *_OURS):
            if source := files.get_file_from_path(path):
                files.remove(source)
        return files

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Date handbook pages by the build, not by the clock, so that the same input gives the same bytes."""
        del config, nav
        page.update_date = self._ready()[1].build_date
        context["build_date_utc"] = datetime.fromisoformat(page.update_date).replace(tzinfo=UTC)
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, /, **_: Any) -> str:  # noqa: ANN401
        """State the policy of a finished handbook page, from the inline scripts that its theme gave it.

        Not under `serve`, which puts a script of its own into every page.
        """
        if self._command == "serve":
            return output
        page = output.encode()
        return policy.with_policy(page, policy.handbook(page)).decode()

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the light shell beside what mkdocs wrote, verify everything, and swap it in; last of all plugins.

        The files are not handed to mkdocs, which would rewrite each: `publish` leaves alone what did not change.
        """
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        loaded, directory = self._ready()
        if self._strict and self._warnings.count:
            raise PluginError(f"{self._warnings.count} warnings in strict mode: nothing was published")
        if self._stage is None:
            return
        facts = {"data": _digest(loaded), "data_date": directory.data_date, "generator": __version__}
        try:
            self._write(self._stage, directory, loaded, config)
            publish.finish(self._stage, facts, durable=self._command != "serve")
        except (publish.PublishError, ValueError) as error:
            raise PluginError(str(error)) from None

    def _write(self, stage: publish.Stage, directory: Compiled, loaded: Loaded, config: MkDocsConfig) -> None:
        """Write the light shell, and what hosts may send with each file, which a server of drafts does without."""
        if self._command == "serve":
            publish.write(stage, site_files(directory, loaded.project, draft=True))
            return
        docs = Path(config.docs_dir)
        handbook = (path.read_text(encoding="utf-8", errors="replace") for path in sorted(docs.rglob("*.md")))
        theme = [Path(folder) for folder in config.theme.dirs]
        watch = Watch(leak_scanner(loaded, handbook))
        watch.see((path, data) for path, data in publish.others(stage) if not _of_theme(theme, path, data))
        publish.write(stage, watch.passing(site_files(directory, loaded.project)))
        publish.write(stage, watch.last())
        check_copy(partial(publish.read, stage))
        if self.config.compress:
            publish.write(stage, list(publish.compressed(publish.everything(stage))))

    def on_build_error(self, *, error: Exception, **_: Any) -> None:  # noqa: ANN401
        """Leave the old site as it was and clear the folder beside it; tell a full disk in plain words."""
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        stage, self._stage = self._stage, None
        if stage is None or not stage.is_open:
            return
        if isinstance(error, OSError):
            raise PluginError(str(publish.fail(stage, error)))
        publish.abort(stage)

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:  # noqa: ANN401
        """Rebuild when an entry or a setting changes."""
        root = self._ready()[0].project.root
        for name in ("directory", "site_config"):
            server.watch(str(root / name))
        return server

    def _ready(self) -> tuple[Loaded, Compiled]:
        if self._loaded is None or self._directory is None:
            raise PluginError("the build has not begun")
        return self._loaded, self._directory


def _of_theme(theme: list[Path], path: str, data: bytes) -> bool:
    """Whether a file came with the theme, byte for byte: it was there before anybody had a secret."""
    return any((folder / path).is_file() and (folder / path).read_bytes() == data for folder in theme)


def _load(root: Path) -> Loaded:
    """Read and check the project; every error of every file goes to the log before the build is given up."""
    try:
        loaded = load(read_project(root), today(), advice=False)
    except (ProjectError, ClockError) as error:
        raise PluginError(str(error)) from None
    except ProblemError as error:
        raise PluginError(as_text(error.problems)) from None
    errors = [p for p in loaded.checked.problems if p.severity is Severity.ERROR]
    if errors:
        raise PluginError(as_text(errors))
    return loaded


def _digest(loaded: Loaded) -> str:
    """Give one SHA-256 over the names and bytes of everything that was read."""
    project = loaded.project
    total = hashlib.sha256()
    files = [(f.path, f.data) for f in project.entries]
    files += [(GEOCODES, project.geocodes)]
    files += [(f"site_config/{name}", data) for name, data in sorted(project.config.items())]
    files += [(f"docs/{name}.md", text.encode()) for name, text in sorted(project.authored.items())]
    for name, data in files:
        total.update(f"{name}\0{len(data)}\0".encode() + data)
    return total.hexdigest()
