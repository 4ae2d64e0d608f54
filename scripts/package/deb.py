"""The Debian package, made of the frozen folder."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from email.utils import format_datetime
from pathlib import Path

from scripts.package import icons, project
from scripts.package.depends import architecture, depends
from scripts.package.entries import read_entries, system_libraries
from scripts.package.manual import manual

RUNS = 0o755
LIES = 0o644
SECTION = "misc"


def build_deb(folder: Path) -> Path:
    """Make the Debian package of a frozen folder and return it.

    Raises:
        subprocess.CalledProcessError: one of Debian's tools failed and has said why.

    """
    tree = project.BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    program = tree / "usr" / "lib" / project.name()
    shutil.copytree(folder, program, symlinks=True)
    leave_to_the_system(program)
    link_command(tree)
    write_papers(tree)
    write_desktop(tree)
    set_modes(tree)
    needs = depends(tree, program)
    write_control(tree, needs)
    package = project.DIST / f"{project.name()}_{project.version()}-1_{architecture()}.deb"
    package.unlink(missing_ok=True)
    packed = "-z1" if os.environ.get("QUICK") else "-z6"  # a third larger, in a third of the time
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", packed, "--build", tree, package],
        env=project.reproducible(),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return package


def leave_to_the_system(program: Path) -> None:
    """Take out the libraries that Debian has packages of."""
    inside = program / "_internal"
    for entry in system_libraries(read_entries()):
        (inside / entry.place).unlink(missing_ok=True)
    for link in inside.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()


def link_command(tree: Path) -> None:
    """Put the command on the path."""
    commands = tree / "usr" / "bin"
    commands.mkdir(parents=True)
    (commands / project.name()).symlink_to(f"../lib/{project.name()}/{project.name()}")


def write_papers(tree: Path) -> None:
    """Write man pages, copyright, both changelogs, and what lintian may pass over."""
    name = project.name()
    for language, place in {"en": "man1", "de": "de/man1"}.items():
        _zip(tree / f"usr/share/man/{place}/{name}.1.gz", manual(language))
    papers = tree / "usr" / "share" / "doc" / name
    _zip(papers / "changelog.gz", (project.ROOT / "CHANGELOG.md").read_text("utf-8"))
    _zip(papers / "changelog.Debian.gz", _debian_changelog())
    _write(papers / "copyright", _template("copyright"))
    _write(tree / f"usr/share/lintian/overrides/{name}", _template("lintian-overrides"))


def write_desktop(tree: Path) -> None:
    """Write menu entry, handler of links, AppStream data and icons."""
    share = tree / "usr" / "share"
    for file in (f"{project.name()}.desktop", f"{project.name()}-call.desktop"):
        _write(share / "applications" / file, _template(file))
    _write(share / "metainfo" / f"{project.IDENTIFIER}.metainfo.xml", metainfo())
    for side in icons.HICOLOR:
        place = share / f"icons/hicolor/{side}x{side}/apps/{project.name()}.png"
        place.parent.mkdir(parents=True)
        place.write_bytes(icons.png(side))
    _write(
        share / f"icons/hicolor/scalable/apps/{project.name()}.svg", project.ICON.read_text("utf-8")
    )


def metainfo() -> str:
    """Return what software centres show of the program."""
    return _template("metainfo.xml").format(
        identifier=project.IDENTIFIER,
        title=project.TITLE,
        name=project.name(),
        summary_en=project.SUMMARY["en"],
        summary_de=project.SUMMARY["de"],
        authors=project.authors(),
        links=project.LINKS,
        version=project.version(),
        date=f"{project.moment():%Y-%m-%d}",
    )


def set_modes(tree: Path) -> None:
    """Give every file the mode that Debian's rules ask for, and the date of the version."""
    moment = project.moment().timestamp()
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or _is_program(path)
        path.chmod(RUNS if runs else LIES)
        os.utime(path, (moment, moment))


def _is_program(path: Path) -> bool:
    return path.parent.name == path.name == project.name()


def write_control(tree: Path, needs: list[str]) -> None:
    """Write what dpkg knows of the package."""
    _write(tree / "DEBIAN" / "control", control(needs, _installed_size(tree)))
    _write(tree / "DEBIAN" / "md5sums", "".join(_sums(tree)))


def control(needs: list[str], size_kib: int) -> str:
    """Return the control file; ``size_kib`` is what the package needs on the disk."""
    fields = {
        "Package": project.name(),
        "Version": f"{project.version()}-1",
        "Architecture": architecture(),
        "Maintainer": project.maintainer(),
        "Installed-Size": str(size_kib),
        "Depends": ", ".join(needs),
        "Recommends": "gnome-keyring | kwalletmanager",
        "Section": SECTION,
        "Priority": "optional",
    }
    told = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return told + "Description: " + _template("description")


def _installed_size(tree: Path) -> int:
    files = (path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(-(-path.stat().st_size // 1024) for path in files)


def _sums(tree: Path) -> Iterator[str]:
    for path in sorted(tree.rglob("*")):
        inside = path.relative_to(tree)
        if path.is_file() and not path.is_symlink() and inside.parts[0] != "DEBIAN":
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            yield f"{digest}  {inside}\n"


def _debian_changelog() -> str:
    return (
        f"{project.name()} ({project.version()}-1) stable; urgency=medium\n\n"
        "  * What is new stands in changelog.gz.\n\n"
        f" -- {project.maintainer()}  {format_datetime(project.moment())}\n"
    )


def _template(name: str) -> str:
    return (project.TEMPLATES / "linux" / name).read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _zip(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
