"""What each part of the frozen folder weighs, as the table in docs/package.md shows it."""

from __future__ import annotations

import zlib
from collections import Counter
from pathlib import Path

from scripts.package import project
from scripts.package.entries import Entry, interpreter, owner

MEGABYTE = 1_000_000
SMALLEST = 0.3
REST = "everything else"


def weights(entries: list[Entry], folder: Path) -> Counter[str]:
    """Return the bytes of each part: what lies in the folder, and modules as they are packed."""
    inside = folder / "_internal"
    parts: Counter[str] = Counter()
    for entry in entries:
        path = inside / entry.place
        if entry.is_module:
            parts[part(entry)] += _packed(entry.source)
        elif path.is_file() and not path.is_symlink():
            parts[part(entry)] += path.stat().st_size
    for path in inside.glob("base_library.zip"):
        parts[part_of_interpreter()] += path.stat().st_size
    return parts


def part(entry: Entry) -> str:
    """Return the name under which an entry is counted."""
    who = owner(entry)
    if who.kind == "interpreter":
        return part_of_interpreter()
    if who.kind == "debian":
        return "libraries of the system"
    if who.kind == "ours":
        return "Solution Desk: program and resources"
    return who.name


def part_of_interpreter() -> str:
    """Return the name of Python's own part."""
    return f"Python {interpreter().version}"


def _packed(source: str) -> int:
    """Return what a module weighs in the archive, where it lies compiled and compressed."""
    path = Path(source) if source else None
    if path is None or path.suffix != ".py" or not path.is_file():
        return 0
    code = compile(path.read_bytes(), path.name, "exec", dont_inherit=True)
    import marshal

    return len(zlib.compress(marshal.dumps(code), 6))


def table(parts: Counter[str], heading: str) -> str:
    """Return the parts as a table in Markdown, the heaviest first."""
    total = sum(parts.values())
    big = [(name, size) for name, size in parts.most_common() if size >= SMALLEST * MEGABYTE]
    rest = total - sum(size for _, size in big)
    rows = [*big, (f"{REST} ({len(parts) - len(big)} parts)", rest), ("**together**", total)]
    lines = [f"| {heading} | MB |", "|---|--:|"]
    lines += [f"| {name} | {size / MEGABYTE:.1f} |" for name, size in rows]
    return "\n".join(lines) + "\n"


def biggest(entries: list[Entry], folder: Path, count: int = 25) -> str:
    """Return the biggest files, to see what is worth a look."""
    inside = folder / "_internal"
    files = [(inside / entry.place, part(entry)) for entry in entries if not entry.is_module]
    sizes = sorted(
        {(path.stat().st_size, path.name, who) for path, who in files if path.is_file()},
        reverse=True,
    )
    lines = ["| file | of | MB |", "|---|---|--:|"]
    lines += [f"| {name} | {who} | {size / MEGABYTE:.1f} |" for size, name, who in sizes[:count]]
    return "\n".join(lines) + "\n"


def report(entries: list[Entry]) -> str:
    """Return both tables for the folder of the last build."""
    folder = project.DIST / project.name()
    return table(weights(entries, folder), "part of the folder") + "\n" + biggest(entries, folder)
