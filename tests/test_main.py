"""The program as a person starts it: each command, and each failure in one sentence."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

import desktop
from desktop.services.storage.location import url_of
from desktop.services.storage.opening import open_database
from tests.support.program import Program

_ROOT = Path(__file__).parents[1]
_SAMPLES = _ROOT / "resources" / "sample"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds a sample; whoever changes it takes a copy."""
    folder = tmp_path_factory.mktemp("imported")
    path = folder / "desk.sqlite"
    ended = Program(folder / "home").run(
        "import", _SAMPLES / "export-de", "--database", path, "--error-folder", folder / "errors"
    )
    assert ended.status == 0, ended.err
    return path


# ------------------------------------------------------------------------------ commands


def test_that_the_version_is_told_without_loading_the_program(program: Program) -> None:
    ended = program.run("--version")

    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert ended.out == f"solution-desk {desktop.__version__}\n"
    assert desktop.__version__ == project["version"]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["lookup", "--help"]])
def test_that_nothing_heavy_is_loaded_to_answer_at_once(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        "try:\n    main()\n"
        "finally:\n"
        "    print(sorted({'PySide6', 'sqlalchemy', 'requests', 'numpy'} & set(sys.modules)))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=_ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert ended.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("launcher", ["", "GIO_LAUNCHED_DESKTOP_FILE"])
def test_that_a_clicked_start_tells_in_a_window_why_it_ends(launcher: str) -> None:
    code = (
        "import sys\n"
        "from types import SimpleNamespace\n"
        "from desktop import __main__ as entry\n"
        "told = lambda error: print(type(error).__name__)\n"
        "entry._app = lambda: SimpleNamespace(tell=told)\n"
        "sys.exit(entry.main())"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code, "call", "tel:winkler"],
        cwd=_ROOT, capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], **({launcher: "x"} if launcher else {})},
    )  # fmt: skip

    assert ended.returncode == 1
    assert ended.stdout.split() == (["InvalidValueError"] if launcher else [])
    assert ended.stderr.count("\n") == 1


def test_that_no_command_without_a_window_loads_qt(imported: Path) -> None:
    code = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        "status = main()\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
        "sys.exit(status)"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code, "status", "--database", imported],
        cwd=_ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize(("language", "word"), [("de", "Befehle"), ("en", "commands")])
def test_that_help_speaks_the_language(program: Program, language: str, word: str) -> None:
    ended = program.run("--help", "--language", language)

    assert word in ended.out
    for command in ("demo", "import", "lookup", "worker", "receive", "status", "doctor"):
        assert f"\n    {command}" in ended.out


def test_that_an_import_tells_how_every_row_ended(program: Program, tmp_path: Path) -> None:
    arguments: list[str | Path] = [
        "import", _SAMPLES / "export-en", "--database", tmp_path / "desk.sqlite", "--json",
        "--error-folder", tmp_path / "errors",
    ]  # fmt: skip

    first, second = program.run(*arguments), program.run(*arguments)

    assert (first.status, second.status) == (0, 0)
    assert list(first.json["tables"]) == ["customers", "services", "sims", "contacts", "traffic"]
    for ledger in [*first.json["tables"].values(), *second.json["tables"].values()]:
        assert list(ledger) == ["read", "inserted", "updated", "unchanged", "rejected"]
        assert ledger["read"] == sum(list(ledger.values())[1:])
    for ledger in second.json["tables"].values():
        assert ledger["inserted"] == ledger["updated"] == 0
    for path in first.json["error_files"]:
        assert Path(path).parent == tmp_path / "errors"
        assert Path(path).exists()


def test_that_an_import_speaks_to_people_as_well(program: Program, tmp_path: Path) -> None:
    ended = program.run(
        "import", _SAMPLES / "export-de", "--database", tmp_path / "desk.sqlite",
        "--error-folder", tmp_path, "--language", "de",
    )  # fmt: skip

    assert "Kontakte      3.632" in ended.out
    assert ended.err == ""


def test_that_the_status_has_the_promised_fields_in_order(program: Program, imported: Path) -> None:
    ended = program.run("status", "--json", "--database", imported)

    assert ended.status == 0
    assert list(ended.json) == ["services", "open_cases", "dispatches", "reports"]
    assert [service["service_no"] for service in ended.json["services"]] == [
        "D2001", "D2002", "D2003", "D2004",
    ]  # fmt: skip
    for service in ended.json["services"]:
        assert list(service) == [
            "service_no", "incomplete", "active", "re_registration_pending", "unsubscribed",
            "suppressed", "sender_number", "sim_status",
        ]  # fmt: skip
    assert ended.json["open_cases"] == 0
    assert ended.json["dispatches"] == []
    assert ended.json["reports"] == {
        "unread": 0, "unmatched": 0, "other": 0, "unreadable": 0,
        "oldest_unmatched_at": None, "last_at": None,
    }  # fmt: skip


def test_that_a_look_up_says_why_each_hit_matched(program: Program, imported: Path) -> None:
    ended = program.run("lookup", "wagner", "--json", "--database", imported)

    (hit,) = ended.json["hits"]
    assert list(hit)[:5] == ["kind", "id", "label", "number", "why"]
    assert (hit["kind"], hit["label"], hit["number"], hit["why"]) == (
        "customer", "Apotheke Wagner", "K10000", "name",
    )  # fmt: skip


def test_that_a_look_up_without_hits_is_no_failure(program: Program, imported: Path) -> None:
    shown = program.run("lookup", "nobody of this name", "--database", imported)
    as_json = program.run("lookup", "nobody of this name", "--json", "--database", imported)

    assert (shown.status, shown.out) == (0, "Nothing found.\n")
    assert as_json.json["hits"] == []


def test_that_the_doctor_finds_a_healthy_desk_healthy(program: Program, imported: Path) -> None:
    ended = program.run("doctor", "--json", "--database", imported)

    found = {one["examined"]: one for one in ended.json["findings"]}
    assert ended.status == 0, ended.out
    assert {"python", "qt", "sqlite", "database", "integrity", "free_space", "gateway"} <= set(
        found
    )
    assert all(one["text"] for one in found.values())
    assert found["integrity"]["level"] == "ok"


def test_that_the_environment_can_name_the_database(program: Program, imported: Path) -> None:
    ended = program.run("status", "--json", SOLUTION_DESK_DATABASE=str(imported))

    assert len(ended.json["services"]) == 4


def test_that_a_demo_can_be_made_without_a_window(program: Program, tmp_path: Path) -> None:
    arguments: list[str | Path] = [
        "demo",
        "--no-window",
        "--json",
        "--database",
        tmp_path / "demo.sqlite",
    ]

    first, second = program.run(*arguments), program.run(*arguments)

    assert first.status == 0, first.err
    assert (first.json["customers"], first.json["contacts"], first.json["days"]) == (
        12,
        50_000,
        400,
    )
    assert second.status == 1
    assert "holds customers already" in second.sentence


# ------------------------------------------------------------------------------ failures


def test_that_nonsense_gets_one_sentence(program: Program) -> None:
    ended = program.run("fly")

    assert ended.status == 1
    assert "solution-desk --help" in ended.sentence


@pytest.mark.parametrize("command", [["status"], ["lookup", "x"]])
def test_that_a_missing_database_is_told_and_not_made(
    program: Program, tmp_path: Path, command: list[str]
) -> None:
    path = tmp_path / "missing.sqlite"

    ended = program.run(*command, "--database", path)

    assert ended.status == 1
    assert f"The database {path} cannot be reached" in ended.sentence
    assert not path.exists()


@pytest.mark.parametrize(
    "command", [["status"], ["import", _SAMPLES / "export-de"], ["lookup", "x"]]
)
def test_that_a_damaged_database_is_told_and_left_alone(
    program: Program, tmp_path: Path, command: list[str | Path]
) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"this is a letter, not a database " * 200)
    before = path.read_bytes()

    ended = program.run(*command, "--database", path)

    assert ended.status == 1
    assert "is damaged and was not changed" in ended.sentence
    assert path.read_bytes() == before


def test_that_the_desk_itself_tells_a_damaged_database(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"this is a letter, not a database " * 200)

    ended = program.run("--database", path, QT_QPA_PLATFORM="offscreen")

    assert ended.status == 1
    assert "is damaged" in ended.sentence


def test_that_the_doctor_names_what_is_bad(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"this is a letter, not a database " * 200)

    ended = program.run("doctor", "--json", "--database", path)

    assert ended.status == 1
    assert "1 of the findings" in ended.sentence
    (bad,) = [one for one in ended.json["findings"] if one["level"] == "bad"]
    assert bad["examined"] == "database"
    assert "restore the last backup" in bad["text"]


def test_that_a_missing_file_is_told(program: Program, tmp_path: Path) -> None:
    ended = program.run("import", tmp_path / "none.csv", "--database", tmp_path / "desk.sqlite")

    assert ended.status == 1
    assert f"The file {tmp_path / 'none.csv'} cannot be read" in ended.sentence


def test_that_a_server_out_of_reach_is_told_without_its_password(program: Program) -> None:
    ended = program.run("status", "--database", "postgresql://desk:geheim@127.0.0.1:1/desk")

    assert ended.status == 1
    assert "cannot be reached" in ended.sentence
    assert "geheim" not in ended.sentence


def test_that_another_engine_is_told(program: Program) -> None:
    ended = program.run("status", "--database", "mysql://desk@localhost/desk")

    assert ended.status == 1
    assert "SQLite and PostgreSQL only" in ended.sentence


def test_that_a_newer_database_is_told(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    open_database(url_of(str(path))).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = 'from_the_future'")
    connection.commit()
    connection.close()

    ended = program.run("status", "--database", path)

    assert ended.status == 1
    assert "newer program" in ended.sentence


def test_that_a_read_only_database_is_told(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "desk.sqlite"
    open_database(url_of(str(path))).close()
    path.chmod(0o444)
    folder.chmod(0o555)
    # An administrator writes everywhere; without these two rights he is like everybody.
    rights = "-dac_override,-dac_read_search"
    prefix = [] if os.geteuid() else ["setpriv", f"--bounding-set={rights}"]

    ended = program.run("import", _SAMPLES / "export-de", "--database", path, prefix=prefix)

    folder.chmod(0o755)
    assert ended.status == 1
    assert "may not be written" in ended.sentence


def test_that_a_full_disk_is_told_and_nothing_is_lost(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    open_database(url_of(str(path))).close()
    before = path.read_bytes()
    limit = len(before) + 40_960
    arguments: list[str | Path] = ["import", _SAMPLES / "export-en", "--database", path]
    small_disk = ["bash", "-c", f'ulimit -f {limit // 1024}; exec "$@"', "bash"]

    ended = program.run(*arguments, "--error-folder", tmp_path, prefix=small_disk)

    assert ended.status == 1
    assert "no room left" in ended.sentence
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("SELECT count(*) FROM contacts").fetchone() == (0,)
    connection.close()


def test_that_a_locked_database_is_told(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    open_database(url_of(str(path))).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    ended = program.run("status", "--database", path)

    holder.execute("ROLLBACK")
    holder.close()
    assert ended.status == 1
    assert "Another program holds the database" in ended.sentence


def test_that_the_desk_needs_a_display(program: Program, tmp_path: Path) -> None:
    ended = program.run("--database", tmp_path / "desk.sqlite", QT_QPA_PLATFORM="")

    assert ended.status == 1
    assert "there is no display" in ended.sentence


def test_that_a_failure_speaks_german_where_the_computer_does(program: Program) -> None:
    ended = program.run("status", "--database", "/nowhere/desk.sqlite", LANG="de_AT.UTF-8")

    assert "ist nicht erreichbar" in ended.sentence


def test_that_a_reader_that_leaves_early_is_no_bug(program: Program, imported: Path) -> None:
    closed_pipe = ["bash", "-c", '"$@" | true; exit "${PIPESTATUS[0]}"', "bash"]

    ended = program.run("lookup", "0", "--limit", "5", "--database", imported, prefix=closed_pipe)

    assert ended.err == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "end"])
def test_that_the_demo_leaves_nothing_behind_when_it_is_told_to_end(
    tmp_path: Path, number: signal.Signals
) -> None:
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_STATE_HOME": str(tmp_path / "state"),
    }  # fmt: skip
    running = subprocess.Popen(
        [sys.executable, "-m", "desktop", "demo", "--verbose"],
        cwd=_ROOT, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    log = tmp_path / "state" / "solution-desk" / "log" / "desk.log"
    try:
        while running.poll() is None and not (
            log.exists() and "the desk is open" in log.read_text(encoding="utf-8")
        ):
            time.sleep(0.05)
        assert list(tmp_path.glob("solution-desk-*"))
        running.send_signal(number)
        running.communicate(timeout=60)
    finally:
        running.kill()

    assert running.returncode == 0
    assert list(tmp_path.glob("solution-desk-*")) == []
