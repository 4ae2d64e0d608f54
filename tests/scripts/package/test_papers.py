"""What Linux shows of the program: menu entry, AppStream data, man page, control file, icons."""

from __future__ import annotations

import configparser
import os
import struct
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from desktop.cli import Command
from scripts.package import deb, icons, project
from scripts.package.depends import parse, with_run_time
from scripts.package.manual import manual
from tests.support.tools import found_tool

_LINUX = project.TEMPLATES / "linux"
_ENTRIES = ("solution-desk.desktop", "solution-desk-call.desktop")


def _entry(name: str) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys have capitals
    parser.read(_LINUX / name, encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.mark.parametrize("name", _ENTRIES)
def test_that_the_desktop_entry_is_valid(name: str) -> None:
    entry = _entry(name)

    assert entry["Type"] == "Application"
    assert entry["Icon"] == entry["StartupWMClass"] == project.name()
    assert {"Name", "Comment", "Comment[de]", "Exec"} <= set(entry)
    subprocess.run([found_tool("desktop-file-validate"), _LINUX / name], check=True)


def test_that_a_click_on_a_number_calls_up_its_customer() -> None:
    entry = _entry("solution-desk-call.desktop")

    assert entry["MimeType"] == "x-scheme-handler/tel;"
    assert entry["Exec"] == "solution-desk call %u"
    assert entry["NoDisplay"] == "true"


def test_that_the_appstream_data_are_valid(tmp_path: Path) -> None:
    path = tmp_path / f"{project.IDENTIFIER}.metainfo.xml"
    path.write_text(deb.metainfo(), encoding="utf-8")

    told = ET.fromstring(deb.metainfo())  # noqa: S314  our own
    release = told.find("releases/release")
    assert release is not None
    assert release.get("version") == project.version()
    assert told.findtext("launchable") == _ENTRIES[0]
    subprocess.run([found_tool("appstreamcli"), "validate", "--no-net", path], check=True)


@pytest.mark.parametrize("language", sorted(project.SUMMARY))
def test_that_the_man_page_names_every_command(language: str) -> None:
    page = manual(language)

    for command in Command:
        told = f".SS solution\\-desk {command.value}".replace(command.value, _roff(command.value))
        assert told in page or command is Command.DESK
    assert ".B \\-\\-database URL\n" in page
    assert ".B \\-\\-password\\-from\\-input\n" in page


def _roff(text: str) -> str:
    return text.replace("-", "\\-")


@pytest.mark.parametrize("language", sorted(project.SUMMARY))
def test_that_man_shows_the_page_without_a_warning(language: str, tmp_path: Path) -> None:
    page = tmp_path / "solution-desk.1"
    page.write_text(manual(language), encoding="utf-8")

    shown = subprocess.run(
        [found_tool("man"), "--warnings", "--local-file", page],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    assert shown.stderr == b""


def test_that_the_control_file_tells_what_dpkg_asks_for() -> None:
    told = deb.control(["libc6 (>= 2.34)", "libegl1"], 1234)

    fields = dict(line.split(": ", 1) for line in told.splitlines() if line[0] != " ")
    assert fields["Package"] == project.name()
    assert fields["Version"] == f"{project.version()}-1"
    assert fields["Depends"] == "libc6 (>= 2.34), libegl1"
    assert fields["Installed-Size"] == "1234"
    assert "@" in fields["Maintainer"]
    assert all(len(line) <= 80 for line in told.splitlines() if line.startswith(" "))


def test_that_what_loads_at_run_time_is_added_to_what_the_libraries_tell() -> None:
    told = "shlibs:Depends=libxcb1 (>= 1.9.2), libc6 (>= 2.34)\nshlibs:Recommends=x\n"

    assert with_run_time(parse(told)) == [
        "fontconfig-config",
        "libc6 (>= 2.34)",
        "libxcb1 (>= 1.9.2)",
        "xkb-data",
    ]


def test_that_the_icon_is_drawn_in_every_size() -> None:
    for side in icons.HICOLOR:
        picture = icons.png(side)
        assert struct.unpack(">II", picture[16:24]) == (side, side)


def test_that_the_icon_files_hold_the_pictures_they_tell_of() -> None:
    pictures = {16: b"small", 256: b"large"}

    ico, icns = icons.ico(pictures), icons.icns(pictures)

    _, _, count = struct.unpack_from("<HHH", ico)
    size, place = struct.unpack_from("<II", ico, 6 + 16 + 8)
    assert (count, ico[place : place + size]) == (2, b"large")
    assert struct.unpack_from(">I", icns, 4) == (len(icns),)
    assert b"ic08" in icns
