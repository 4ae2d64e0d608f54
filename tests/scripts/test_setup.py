from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import setup

_ROOT = Path(__file__).parents[2]


def _put_program(folder: Path, name: str) -> Path:
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return program


def test_that_an_unsupported_python_gives_way_to_the_newest_supported_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 14, 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    _put_program(tmp_path, "python3.11")
    newest = _put_program(tmp_path, "python3.12")

    assert setup.interpreter() == str(newest)


def test_that_one_sentence_asks_for_a_supported_python(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(SystemExit, match=r"3\.11, 3\.12 or 3\.13 .* \(python3 is 3\.9\)"):
        setup.interpreter()


def test_that_a_user_without_rights_is_told_the_exact_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", str(tmp_path))
    _put_program(tmp_path, "apt-get")

    with pytest.raises(SystemExit) as stopped:
        setup.install(["libgl1", "libegl1"])

    assert str(stopped.value) == (
        "Some system packages are missing; please run: sudo apt-get update && "
        "sudo apt-get install --yes --no-install-recommends libgl1 libegl1"
    )


def test_that_only_libraries_unknown_to_the_linker_are_missing() -> None:
    wanted = {"libc.so.6": "libc6", "libnever-heard-of.so.9": "libnever9"}

    assert setup.missing_libraries(wanted) == ["libnever9"]


def test_that_a_changed_lock_asks_for_a_new_set_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    for name in (setup.LOCKS["run"], "pyproject.toml", "scripts/setup.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("before")
    before = setup.state("run", "python3")

    (tmp_path / setup.LOCKS["run"]).write_text("after")

    assert setup.state("run", "python3") != before


def test_that_help_lists_every_target_that_a_person_calls() -> None:
    told = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    makefile = (_ROOT / "Makefile").read_text().replace("\\\n", " ")
    phony = next(line for line in makefile.splitlines() if line.startswith(".PHONY:"))
    targets = {name for name in phony.split()[1:] if not name.startswith("setup-")}

    assert {line.split()[1] for line in told.splitlines()} == targets


# --------------------------------------------------------------------- system packages


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """A folder of programs that write down how they were called, and whether a policy stood."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("apt-get", "update-rc.d"):
        program = _put_program(folder, name)
        program.write_text(
            "#!/bin/sh\n"
            f'policy=no; [ -x "$POLICY" ] && policy=$("$POLICY"; echo $?)\n'
            f'echo "{name} $* [$policy]" >> {tmp_path}/calls\n'
            f"[ ! -e {tmp_path}/fails-{name} ]\n"
        )
    return folder


def _install(system: Path, *packages: str) -> tuple[int, list[str]]:
    calls = system.parent / "calls"
    done = subprocess.run(
        ["/bin/sh", "-c", setup.INSTALL, "install", *packages],
        env={"PATH": f"{system}:/usr/bin:/bin", "POLICY": str(system.parent / "policy-rc.d")},
        capture_output=True,
        check=False,
    )
    return done.returncode, calls.read_text().splitlines()


def test_that_nothing_is_started_that_the_tests_install(system: Path) -> None:
    status, calls = _install(system, "kannel", "kannel-extras")

    assert status == 0
    assert calls == [
        "apt-get update -qq [101]",
        "apt-get install -qq --yes --no-install-recommends kannel kannel-extras [101]",
        "update-rc.d kannel disable [101]",
    ]
    assert not (system.parent / "policy-rc.d").exists()


def test_that_other_services_stay_as_they_are(system: Path) -> None:
    _, calls = _install(system, "xvfb", "postgresql")

    assert not any(call.startswith("update-rc.d") for call in calls)


def test_that_a_policy_that_was_there_stays(system: Path) -> None:
    policy = _put_program(system.parent, "policy-rc.d")
    policy.write_text("#!/bin/sh\nexit 104\n")

    _, calls = _install(system, "kannel")

    assert all(call.endswith("[104]") for call in calls)
    assert policy.read_text() == "#!/bin/sh\nexit 104\n"


def test_that_a_failed_installation_is_told_and_leaves_no_policy(system: Path) -> None:
    (system.parent / "fails-apt-get").touch()

    status, calls = _install(system, "kannel")

    assert (status, len(calls)) == (1, 1)
    assert not (system.parent / "policy-rc.d").exists()


def test_that_kannel_and_its_fake_message_centre_are_looked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    centre = _put_program(tmp_path, "fakesmsc")
    monkeypatch.setattr(
        setup,
        "KANNEL",
        {str(tmp_path / "bearerbox"): "kannel", str(centre): "kannel-extras"},
    )
    monkeypatch.setenv("PATH", "")

    missing = setup.missing_programs()

    assert "kannel" in missing
    assert "kannel-extras" not in missing


def test_that_what_makes_packages_is_asked_for_where_it_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda _program, **_options: None)
    monkeypatch.setattr(setup, "missing_libraries", list)

    missing = setup.missing_for_packages("/opt/python/bin/python3")

    assert {"lintian", "debootstrap", "binutils"} <= set(missing)


def test_that_a_set_up_for_packages_serves_the_program_and_the_tests(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "PYTHON", Path(sys.executable))
    setup.stamp("package").write_text(setup.state("package", "python3"))

    assert all(setup.is_ready(level, "python3") for level in setup.LEVELS)


def test_that_a_set_up_for_the_program_alone_does_not_serve_the_tests(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "PYTHON", Path(sys.executable))
    setup.stamp("run").write_text(setup.state("run", "python3"))

    assert not setup.is_ready("test", "python3")
