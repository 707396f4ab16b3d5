"""Builds and serves a real Nominatim over an OSM file: VENV/bin/python real_server.py town.osm FOLDER.

Prints the server's port when it listens, and serves until it is ended. Runs under a Python of its own that has
Nominatim; needs PostgreSQL, PostGIS, osm2pgsql, SpatiaLite and ICU for Python. How to get them: README.md here.
PostgreSQL is needed for the import only; the answers come from SQLite.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

POSTGRES = """
listen_addresses = ''
unix_socket_directories = '{folder}'
fsync = off
full_page_writes = off
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
    run(nominatim, "import", *place, "--osm-file", str(osm), "--no-updates", "--no-partitions", "--offline")
    run("psql", "-q", "-h", str(folder), "-U", "postgres", "-c", ONLY_HERE, "nominatim")
    run(nominatim, "convert", *place, "-o", str(target))


def run(*command: str, user: str | None = None, cwd: Path | None = None) -> None:
    """Run one command; show what it said only if it fails."""
    done = subprocess.run(command, user=user, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
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
    source, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    build(source, work / "town.sqlite")
    serve(work / "town.sqlite")
