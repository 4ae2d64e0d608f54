"""Shows every widget in its states, to look at them beside the design's pictures.

python scripts/gallery.py                 opens a window
python scripts/gallery.py build/gallery   writes PNGs: light and dark, 100 % and 175 %
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
if len(sys.argv) > 1:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402 - the path comes first
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget  # noqa: E402

from desktop.views.theme import Scheme, ThemeManager  # noqa: E402
from scripts.gallery_pages import PAGES  # noqa: E402

SIZE = (1440, 900)


def settle(milliseconds: int = 60) -> None:
    """Let layouts and timers run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def picture(make: Callable[[], QWidget], scale: float, file: Path) -> None:
    """Write one page as a PNG."""
    page = make()
    page.resize(round(SIZE[0] * scale), round(SIZE[1] * scale))
    page.show()
    settle()
    opened = getattr(page, "opened", None)
    if opened is not None:
        opened()
        settle()
    page.grab().save(str(file))
    page.close()
    page.deleteLater()
    settle(1)
    print(file)


def write_pictures(manager: ThemeManager, folder: Path, wanted: list[str]) -> None:
    """Write all pages, or the named ones, in both schemes and two sizes."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme, scale in ((Scheme.LIGHT, 1.0), (Scheme.DARK, 1.0), (Scheme.LIGHT, 1.75)):
        manager.apply(scheme, scale)
        for name, make in PAGES.items():
            if not wanted or name in wanted:
                picture(make, scale, folder / f"{name}-{scheme.value}-{round(scale * 100)}.png")


def main() -> int:
    """Open the gallery or write its pictures."""
    app = QApplication(sys.argv[:1])
    manager = ThemeManager(app)
    if len(sys.argv) > 1:
        write_pictures(manager, Path(sys.argv[1]), sys.argv[2:])
        return 0
    manager.apply(Scheme.SYSTEM)
    tabs = QTabWidget()
    for name, make in PAGES.items():
        tabs.addTab(make(), name)
    tabs.resize(*SIZE)
    tabs.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
