"""The list of what is inside (CycloneDX): every package of Python, every library, by its files.

It is made from what the build has really put into the folder, not from what was asked for.
"""

from __future__ import annotations

import hashlib
import re
import sys
import uuid
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from scripts.package import project
from scripts.package.entries import Entry, Owner, interpreter, owner

_QT_LICENSE = "LGPL-3.0-only"
_NAMESPACE = uuid.UUID("6f0b7a52-6d0e-4f6c-9a57-3d6a3f3b7b43")

# Libraries that packages of Python bring along, by the name of their file: what a reader of the
# list looks for when a weakness of one of them is known.
_INSIDE = {
    r"libQt6Core": "Qt",
    r"libicudata": "ICU",
    r"libscipy_openblas|libopenblas": "OpenBLAS",
    r"libgfortran": "libgfortran",
    r"libpq": "libpq",
    r"libssl|libcrypto": "OpenSSL",
    r"libsqlite3": "SQLite",
    r"libkrb5": "MIT Kerberos",
    r"libldap": "OpenLDAP",
}


def contents(entries: list[Entry]) -> Bom:
    """Return the list of what these entries brought inside."""
    files: dict[Owner, list[Entry]] = defaultdict(list)
    for entry in entries:
        files[owner(entry)].append(entry)
    files.setdefault(interpreter(), [])
    bom = Bom(serial_number=_serial(entries))
    bom.metadata.timestamp = project.moment()
    bom.metadata.component = _program()
    for who, what in sorted(files.items(), key=lambda item: (item[0].kind, item[0].name.lower())):
        if who.kind != "ours":
            bom.components.add(_component(who, what))
    for place in _fonts_and_icons():
        bom.components.add(place)
    for library in _bundled_libraries(entries):
        bom.components.add(library)
    bom.register_dependency(bom.metadata.component, list(bom.components))
    return bom


def as_json(bom: Bom) -> str:
    """Return the list as CycloneDX 1.6."""
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def _serial(entries: list[Entry]) -> uuid.UUID:
    """Return a number that is the same for the same contents."""
    told = "\n".join(f"{entry.place} {owner(entry)}" for entry in entries)
    return uuid.uuid5(_NAMESPACE, project.version() + told)


def _program() -> Component:
    return Component(
        type=ComponentType.APPLICATION,
        name=project.name(),
        version=project.version(),
        description=project.description(),
        licenses=[LicenseExpression("MIT")],
        bom_ref=project.name(),
    )


def _component(who: Owner, what: list[Entry]) -> Component:
    purl = _purl(who)
    return Component(
        type=ComponentType.LIBRARY,
        name=who.name,
        version=who.version or None,
        purl=purl,
        licenses=_licenses(who),
        bom_ref=str(purl),
        properties=[Property(name="solution-desk:files", value=str(len(what)))],
    )


def _purl(who: Owner) -> PackageURL:
    if who.kind == "debian":
        return PackageURL("deb", "debian", who.name, who.version)
    if who.kind == "python":
        return PackageURL("pypi", None, who.name.lower().replace("_", "-"), who.version)
    return PackageURL("generic", None, who.name.lower(), who.version)


def _licenses(who: Owner) -> list[License]:
    if who.kind == "interpreter":
        return [LicenseExpression("PSF-2.0")]
    if who.kind != "python":
        return []
    if who.name.lower().startswith(("pyside6", "shiboken6")):
        return [LicenseExpression(_QT_LICENSE)]  # they offer several; this is the one we use
    told = metadata(who.name)
    words = next((told[key] for key in ("License-Expression", "License") if key in told), "")
    if not words or "\n" in words:
        return []  # the whole text stands in the package's own folder
    return [LicenseFactory().make_from_string(words)]


def _bundled_libraries(entries: list[Entry]) -> Iterator[Component]:
    """Yield the libraries that came along inside of other packages, each file with its hash."""
    for entry in entries:
        name = Path(entry.place).name
        found = next((told for mark, told in _INSIDE.items() if re.match(mark, name)), None)
        if entry.kind != "binaries" or found is None:
            continue
        digest = hashlib.sha256(Path(entry.source).read_bytes()).hexdigest()
        by = owner(entry)
        yield Component(
            type=ComponentType.LIBRARY,
            name=found,
            version=_version_of(found),
            bom_ref=entry.place,
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
            properties=[
                Property(name="solution-desk:file", value=entry.place),
                Property(name="solution-desk:brought-by", value=f"{by.name} {by.version}".strip()),
            ],
        )


def _version_of(name: str) -> str | None:
    """Return the version of a library where it tells it."""
    if name == "Qt":
        from PySide6.QtCore import qVersion

        return str(qVersion())
    if name == "SQLite":
        import sqlite3

        return sqlite3.sqlite_version
    return None


def _fonts_and_icons() -> Iterator[Component]:
    yield Component(
        type=ComponentType.DATA,
        name="Inter",
        version="4.001",
        licenses=[LicenseExpression("OFL-1.1")],
        bom_ref="font-inter",
    )
    yield Component(
        type=ComponentType.DATA,
        name="Lucide",
        version="1.62",
        licenses=[LicenseExpression("ISC AND MIT")],
        bom_ref="icons-lucide",
    )


def system() -> str:
    """Return the system and the processor that this is made for, as file names tell it."""
    import platform

    names = {"win32": "windows", "darwin": "macos"}
    machine = platform.machine().lower().replace("amd64", "x86_64")
    return f"{names.get(sys.platform, 'linux')}-{machine}"
