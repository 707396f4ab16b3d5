"""A real Nominatim over an OSM file, run under a Python of its own that has Nominatim. How to get one: README.md here.

    real_server.py build town.osm town.sqlite.gz      needs PostgreSQL, PostGIS, osm2pgsql, SpatiaLite; ten seconds
    real_server.py serve town.sqlite.gz FOLDER        needs SpatiaLite and ICU for Python; one second

Serving prints the port when the server listens, and goes on until it is ended. The same Nominatim gives the same file
byte for byte, so that a change of it can be seen.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import pwd
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

POSTGRES = """
listen_addresses = ''
unix_socket_directories = '{folder}'
fsync = off
full_page_writes = off
synchronous_commit = off
max_wal_senders = 0
wal_level = minimal
jit = off
"""
ONLY_HERE = """
DELETE FROM country_osm_grid WHERE NOT geometry && ST_MakeEnvelope(-79.5, 34.4, -78.3, 35.6, 4326);
DELETE FROM country_name WHERE country_code <> 'us';
"""


def build(osm: Path, target: Path) -> None:
    """Import the file into a PostgreSQL that lives only here, and write the answers to one SQLite file."""
    folder = Path(tempfile.mkdtemp(prefix="nom", dir="/tmp"))  # a socket's path holds 107 bytes
    owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else None  # PostgreSQL does not run as root
    if owner:
        folder.chmod(0o755)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data = folder / "data"

    def postgres(tool: str, *arguments: str) -> None:
        found = next(Path("/usr/lib/postgresql").glob(f"*/bin/{tool}"))
        run(str(found), "-D", str(data), *arguments, user="postgres" if owner else None, cwd=folder)

    try:
        postgres("initdb", "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        with (data / "postgresql.conf").open("a") as file:
            file.write(POSTGRES.format(folder=folder))
        postgres("pg_ctl", "-l", str(folder / "log"), "-w", "start")
        try:
            convert(osm, target, folder)
        finally:
            postgres("pg_ctl", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


def convert(osm: Path, target: Path, folder: Path) -> None:
    """Import with Nominatim's own command; `--offline`, or it would ask the network for the date of the data."""
    project = folder / "project"
    project.mkdir()
    settings = {
        "DATABASE_DSN": f"pgsql:dbname=nominatim;host={folder};user=postgres",
        "DATABASE_WEBUSER": "postgres",
        "IMPORT_STYLE": "extratags",
        "LANGUAGES": "en",
    }
    lines = [f'NOMINATIM_{key}="{value}"\n' for key, value in settings.items()]
    (project / ".env").write_text("".join(lines))
    nominatim = str(Path(sys.executable).with_name("nominatim"))
    place = ("-q", "--project-dir", str(project))
    run(
        nominatim,
        "import",
        *place,
        "--osm-file",
        str(osm),
        "--no-updates",
        "--no-partitions",
        "--offline",
        "--threads",
        "1",
    )
    run("psql", "-q", "-h", str(folder), "-U", "postgres", "-c", ONLY_HERE, "nominatim")
    run(nominatim, "convert", *place, "-o", str(target))


def settle(database: Path, source: bytes) -> None:
    """Take out what differs from one import to the next, and note the source of it all."""
    moment = "2026-01-01T00:00:00.000Z"
    with sqlite3.connect(database) as open_file:
        for table in ("placex", "location_postcodes", "location_property_osmline"):
            open_file.execute(f"UPDATE {table} SET indexed_date = '2026-01-01 00:00:00.000000'")
        open_file.execute("DELETE FROM spatialite_history")
        open_file.execute(
            "UPDATE geometry_columns_time SET last_insert = ?, last_update = ?, last_delete = ?", [moment] * 3
        )
        values = ("town_sha256", hashlib.sha256(source).hexdigest())
        open_file.execute("INSERT INTO nominatim_properties (property, value) VALUES (?, ?)", values)
    open_file.execute("VACUUM")
    open_file.close()


def run(*command: str, user: str | None = None, cwd: Path | None = None) -> None:
    """Run one command; show what it said only if it fails."""
    env = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        command, user=user, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stdout.decode(errors='replace')}")


def serve(database: Path) -> None:
    """Serve the SQLite file on a free port of loopback, and print which."""
    import uvicorn  # noqa: PLC0415 - only the Python of the server has these two
    from nominatim_api.server.falcon.server import get_application  # noqa: PLC0415

    listening = socket.create_server(("127.0.0.1", 0))
    application = get_application(database.parent, {"NOMINATIM_DATABASE_DSN": f"sqlite:dbname={database}"})
    print(listening.getsockname()[1], flush=True)
    uvicorn.Server(uvicorn.Config(application, log_level="warning")).run(sockets=[listening])


if __name__ == "__main__":
    task, given, target = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
    if task == "build":
        with tempfile.TemporaryDirectory() as scratch:
            made = Path(scratch, "town.sqlite")
            build(given, made)
            settle(made, given.read_bytes())
            target.write_bytes(gzip.compress(made.read_bytes(), mtime=0))
    else:
        unpacked = target / "town.sqlite"
        unpacked.write_bytes(gzip.decompress(given.read_bytes()))
        serve(unpacked)
