"""From an empty folder beside the site to a published site, or to nothing at all."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from generator.publish import _swap
from generator.publish._errors import PublishError, full, is_full, plain
from generator.publish._files import holds, read_chunks, set_modes, take_over, walk, write_new
from generator.publish._lock import Lock, take
from generator.publish._manifest import MANIFEST, Content, Manifest, verify
from generator.publish._owned import check_replaceable
from generator.publish._paths import Names, check_path, clash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

# Most disks give space in blocks of this; the line of a file in the manifest seldom takes more than that.
_BLOCK = 4096
_LINE = 200


@dataclass(frozen=True, slots=True)
class Stage:
    """A site being built: write below `folder` what shall stand at `site`, then `finish`.

    As a `with` block it aborts what was not finished. The other fields are this package's own.
    """

    site: Path
    folder: Path
    lock: Lock
    names: Names = field(default_factory=Names)
    written: dict[str, Content] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether it was neither finished nor aborted yet."""
        return self.lock.held

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        abort(self)


def begin(site: Path) -> Stage:
    """Open a build of the folder `site`, which need not exist; until `finish` it stays as it is.

    Where `site` is a link, the folder it leads to is replaced and the link stays. Leftovers of killed builds
    are cleared. Raises PublishError when another build is at work on it, or when it holds what no build made.
    """
    with contextlib.ExitStack() as undo:
        try:
            site = site.resolve()
            if site.parent == site:
                raise PublishError(f"{site} cannot be a site: choose a folder inside it.")
            site.parent.mkdir(parents=True, exist_ok=True)
            lock = take(site.with_name(f"{site.name}.build-lock"), site)
            undo.callback(lock.release)
            _swap.recover(site)
            _swap.clear(site)
            check_replaceable(site)
            stage = Stage(site, _swap.new_folder(site), lock)
        except OSError as error:
            raise plain(site, error) from error
        except RuntimeError as error:
            # How pathlib tells a loop of links before Python 3.13.
            raise PublishError(f"{site} cannot be a site: {error}.") from error
        undo.pop_all()
        return stage


def write(stage: Stage, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files, each a path relative to the site with '/' and its bytes.

    A file that the earlier site has with the same bytes is taken over by `finish`, not written: it keeps its
    date, so browsers and copying tools see that it did not change. Raises PublishError for an unsafe path,
    for two paths that are one file on some system, and when the disk is full; the stage is then aborted.
    """
    _check_open(stage)
    top, old = str(stage.folder), str(stage.site)
    folders = {""}
    rest = iter(files)
    path, data = "", b""
    try:
        for path, data in rest:
            check_path(path)
            stage.names.add(path)
            folder = path.rpartition("/")[0]
            if folder not in folders:
                (stage.folder / folder).mkdir(parents=True, exist_ok=True)
                folders.add(folder)
            if holds(f"{old}/{path}", data):
                stage.kept.append(path)
            else:
                write_new(f"{top}/{path}", data)
            stage.written[path] = Content.of((data,))
    except FileExistsError:
        abort(stage)
        raise clash(path, path) from None
    except OSError as error:
        # Counted below as one that was not written.
        with contextlib.suppress(OSError):
            (stage.folder / path).unlink()
        raise fail(stage, error, unwritten=[len(data), *(len(data) for _, data in rest)]) from error
    except BaseException:
        abort(stage)
        raise


def others(stage: Stage) -> Iterator[tuple[str, bytes]]:
    """Give the files of a build that came another way than by `write`, such as those of mkdocs, by path; sorted."""
    _check_open(stage)
    for path, entry in sorted(walk(str(stage.folder)), key=lambda found: found[0]):
        if path not in stage.written and entry.is_file(follow_symlinks=False):
            yield path, b"".join(read_chunks(entry.path))


def everything(stage: Stage) -> Iterator[tuple[str, bytes]]:
    """Give every file that the site will have, by path: what was written so far, and what came another way."""
    for path in sorted(stage.written):
        data = read(stage, path)
        if data is not None:
            yield path, data
    yield from others(stage)


def read(stage: Stage, path: str) -> bytes | None:
    """Give the bytes that one file will have once the build is finished, or None where it will not be there."""
    _check_open(stage)
    file = stage.folder / path
    if not file.is_file():
        # What did not change since the earlier site is taken from there, at the end.
        file = stage.site / path
        if path not in stage.written:
            return None
    return b"".join(read_chunks(str(file)))


def finish(stage: Stage, facts: Mapping[str, str], *, durable: bool = True) -> Manifest:
    """Write the manifest with its facts (data hash, tool version), check every file against it, swap.

    Everything in the staging folder is published, whoever wrote it. `durable` waits until the disk has all of
    it, so that a power cut too leaves the old or the new site; a server of drafts can do without. Raises
    PublishError; the earlier site is then in its place.
    """
    _check_open(stage)
    try:
        manifest = _seal(stage, facts)
        # Once more: the build may have taken minutes, in which somebody put a file of theirs there.
        check_replaceable(stage.site)
        if durable:
            _swap.flush(stage.folder)
        _swap.swap_in(stage.folder, stage.site)
        if durable:
            # Before the old site goes, or a power cut could leave neither.
            _swap.flush_names(stage.site)
    except OSError as error:
        raise fail(stage, error) from error
    finally:
        # The staging folder is the half-made site after a failure and the earlier one after the swap.
        abort(stage)
    return manifest


def abort(stage: Stage) -> None:
    """Remove what was written and let the next build begin; once it is finished or aborted, do nothing."""
    if stage.is_open:
        _swap.discard(stage.folder)
        stage.lock.release()


def fail(stage: Stage, error: OSError, *, unwritten: Sequence[int] = ()) -> PublishError:
    """Abort because of an error of the system and give it in plain words; for writers other than `write` too.

    A full disk is told with the space the site needs: what was written, and the sizes in bytes of what not.
    """
    sizes = list(unwritten)
    if stage.is_open and is_full(error):
        sizes += [entry.stat(follow_symlinks=False).st_size for _, entry in walk(str(stage.folder))]
    abort(stage)
    if is_full(error):
        needed = sum(-(-size // _BLOCK) * _BLOCK + _LINE for size in sizes)
        return full(stage.site, needed, len(sizes))
    return plain(stage.site, error)


def _check_open(stage: Stage) -> None:
    if not stage.is_open:
        raise PublishError(f"This build of {stage.site} has ended: begin another.")


def _seal(stage: Stage, facts: Mapping[str, str]) -> Manifest:
    """Complete the staging folder, write its manifest, and hold every file against it."""
    _take_over_kept(stage)
    names = Names()
    files = dict(stage.written)
    for path, entry in sorted(walk(str(stage.folder)), key=lambda found: found[0]):
        if not entry.is_file(follow_symlinks=False):
            raise PublishError(f"{path} is not a plain file and cannot be published.")
        names.add(path)
        # What `write` was given counts, not what the disk holds: a file changed or lost since is found below.
        if path not in files:
            files[path] = Content.of(read_chunks(entry.path))
    manifest = Manifest(dict(facts), files)
    write_new(str(stage.folder / MANIFEST), manifest.to_bytes())
    set_modes(stage.folder)
    wrong = verify(stage.folder)
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        raise PublishError(f"{stage.site} is not replaced, the new site is not as written: {wrong[0]}{more}.")
    return manifest


def _take_over_kept(stage: Stage) -> None:
    # Not before now: another writer of the same path would write into the earlier site through the one file.
    for path in stage.kept:
        try:
            take_over(f"{stage.site}/{path}", f"{stage.folder}/{path}")
        except FileExistsError:
            raise clash(path, path) from None
