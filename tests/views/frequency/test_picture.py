"""The page for a customer, read back as whoever gets it would."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.formats import Formats
from desktop.views.frequency.charts import TimeBlock
from desktop.views.frequency.picture import Kind, Sheet
from desktop.views.rates.curves import Estimates
from desktop.views.rates.rate_block import RateBlock
from desktop.views.theme import Scheme, ThemeManager, on_paper
from tests.views.frequency.test_time_charts import traffic

FORMATS = Formats("en")
A4_PT = (595, 842)
WORDS = (
    "In the 30 days up to 20 Apr 2025 you sent 2.0 messages a day on average.",
    "Recommended: At most once a day. Surely less than 12.5% leave in 30 days.",
    "Span: 6 Jan 2025 to 15 Apr 2025. Observed, not compared in a test.",
)
LONG = "Niederösterreichische Bezirksfeuerwehrkommandantenvereinigung " * 4


def page_of(qtbot: QtBot, title: str, words: tuple[str, ...] = WORDS) -> PdfReader:
    with on_paper():
        rate, time = RateBlock(), TimeBlock()
        for part, size in ((rate, (740, 420)), (time, (1100, 230))):
            qtbot.addWidget(part)
            part.resize(*size)
        rate.show_traffic(traffic(), FORMATS, Estimates())
        time.show_traffic(traffic(), FORMATS)
        with rate.drawn_for(1.0), time.drawn_for(1.0):
            content = Sheet(title, words, (rate, time)).drawn(Kind.PDF)
    return PdfReader(BytesIO(content))


def ends_of(reader: PdfReader) -> list[tuple[float, float]]:
    """Return where each piece of text begins, in points of the page."""
    found = []

    def note(text: str, cm: list[float], tm: list[float], *_rest: object) -> None:
        if text.strip():
            x, y = tm[4], tm[5]
            found.append((cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]))

    reader.pages[0].extract_text(visitor_text=note)
    return found


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """Use the font of the desk: a PDF does not tell which digits its tabular figures are."""
    ThemeManager(qapp).apply(Scheme.LIGHT, 1.0)


def test_that_the_page_is_one_and_says_everything(qtbot: QtBot) -> None:
    reader = page_of(qtbot, "Customer of A · A")

    assert len(reader.pages) == 1
    assert sorted(map(int, reader.pages[0].mediabox[2:])) == list(A4_PT)
    text = " ".join(reader.pages[0].extract_text().split())
    for said in ("Customer of A · A", *WORDS):
        assert said in text
    for figure in ("Messages a day", "10 % says the FAQ", "Number change 26 Jan 2025", "Jan 25"):
        assert figure in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Customer of A · A"


def test_that_nothing_runs_over_the_edge(qtbot: QtBot) -> None:
    word = "Bezirksfeuerwehrkommandantenvereinigungsnewsletterdienstleistung"
    reader = page_of(qtbot, LONG, (word, *WORDS))

    assert len(reader.pages) == 1
    width, height = (float(one) for one in reader.pages[0].mediabox[2:])
    places = ends_of(reader)
    assert len(places) > 20
    assert all(0 < x < width and 0 < y < height for x, y in places)
    text = " ".join(reader.pages[0].extract_text().split())
    assert "…" in text
    assert word in text.replace(" ", "")
    assert not any(word in line for line in reader.pages[0].extract_text().splitlines())
    assert WORDS[-1] in text
