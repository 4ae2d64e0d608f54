"""A screen without a monitor (Xvfb), whose picture is read from outside of every program on it."""

from __future__ import annotations

import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 1440, 900
PATIENCE_S = 120.0
BLINK = 0.0005
"""A change of so few of the pixels is a cursor that blinks."""
COLOURS, WRITTEN = 100, 0.05
"""Smooth letters alone bring hundreds of colours; the desk is on white, its bars are not."""
_BEAT_S = 0.01
_COLORMAP_AT, _ENTRY_BYTES, _LINE_AT = 19, 12, 12

Picture = NDArray[np.uint32]


class ScreenError(Exception):
    """What should be seen on the screen was not."""


class Screen:
    """One running screen."""

    def __init__(self, display: str, memory: Path) -> None:
        """Read the picture of a display from the file in which its server keeps it."""
        self.display = display
        self._memory = memory

    def picture(self) -> Picture:
        """Return what is to see now, a number for each pixel."""
        data = self._memory.read_bytes()
        head = struct.unpack_from(">25I", data)
        at = head[0] + head[_COLORMAP_AT] * _ENTRY_BYTES
        per_line = head[_LINE_AT] // 4
        pixels = np.frombuffer(data, "<u4", HEIGHT * per_line, at).reshape(HEIGHT, per_line)
        return pixels[:, :WIDTH] & np.uint32(0xFFFFFF)

    def fills(self, share: float, program: subprocess.Popen[bytes]) -> None:
        """Wait until windows cover a share of the screen, which is black without them.

        Raises:
            ScreenError: the program ended, or they do not in time.

        """
        ends = time.monotonic() + PATIENCE_S
        while np.mean(self.picture() != 0) < share:
            if program.poll() is not None:
                raise ScreenError(f"the program ended with {program.returncode}")
            if time.monotonic() > ends:
                raise ScreenError("no window fills the screen")
            time.sleep(_BEAT_S * 10)

    def rests(self, seconds: float, program: subprocess.Popen[bytes]) -> tuple[float, float]:
        """Wait until something is to see and does not change for some seconds.

        Returns the moments (monotonic) of the first and the last change.

        Raises:
            ScreenError: the program ended, or nothing was to see in time.

        """
        began = time.monotonic()
        before, first, last = self.picture(), 0.0, 0.0
        while not first or time.monotonic() - last < seconds:
            if program.poll() is not None:
                raise ScreenError(f"the program ended with {program.returncode}")
            if time.monotonic() - began > PATIENCE_S:
                raise ScreenError("nothing came to rest on the screen")
            time.sleep(_BEAT_S)
            now = self.picture()
            if np.mean(now != before) > BLINK:
                last = time.monotonic()
                first = first or last
                before = now
        return first, last

    def settles(self, seconds: float, program: subprocess.Popen[bytes]) -> None:
        """Wait until nothing has changed for some seconds, whatever was to see before.

        Raises:
            ScreenError: the program ended, or it does not come to rest in time.

        """
        began = last = time.monotonic()
        before = self.picture()
        while time.monotonic() - last < seconds:
            if program.poll() is not None:
                raise ScreenError(f"the program ended with {program.returncode}")
            if time.monotonic() - began > PATIENCE_S:
                raise ScreenError("the screen does not come to rest")
            time.sleep(_BEAT_S * 10)
            now = self.picture()
            if np.mean(now != before) > BLINK:
                before, last = now, time.monotonic()

    def is_written(self) -> bool:
        """Tell whether something stands in the middle, where a page has nothing while it loads."""
        middle = self.picture()[HEIGHT // 8 : -HEIGHT // 8, WIDTH // 6 :]
        _, counts = np.unique(middle, return_counts=True)
        return bool(1 - counts.max() / counts.sum() > WRITTEN / 2)

    def save(self, path: Path) -> Picture:
        """Write what is to see now as a PNG and return it."""
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtGui import QImage

        pixels = np.ascontiguousarray(self.picture())
        image = QImage(pixels.tobytes(), WIDTH, HEIGHT, WIDTH * 4, QImage.Format.Format_RGB32)
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(str(path))
        return pixels


def check_not_blank(pixels: Picture) -> None:
    """Refuse a picture in which there is no window with something written in it.

    Raises:
        ScreenError: it is blank, or nearly.

    """
    colours, counts = np.unique(pixels, return_counts=True)
    written = 1 - counts.max() / counts.sum()
    if len(colours) < COLOURS or written < WRITTEN:
        raise ScreenError(f"the window is blank: {len(colours)} colours, {written:.0%} written")


@contextmanager
def screen() -> Iterator[Screen]:
    """Start a screen and end it with the block."""
    with tempfile.TemporaryDirectory(prefix="desk-screen-") as place:
        told, tells = os.pipe()
        server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(tells), "-fbdir", place, "-nolisten", "tcp"),
                *("-screen", "0", f"{WIDTH}x{HEIGHT}x24"),
            ],
            pass_fds=[tells],
            stderr=subprocess.DEVNULL,
        )
        os.close(tells)
        try:
            with os.fdopen(told) as answer:
                number = answer.readline().strip()
            if not number:
                raise ScreenError("Xvfb did not start")
            yield Screen(f":{number}", Path(place) / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait()
