"""The parts of a case, side by side as in the design's pictures."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme import Role, StateKind
from desktop.views.widgets.bars import DispatchBar, DispatchCounts, Part, PartsBar
from desktop.views.widgets.base import column, row, space
from desktop.views.widgets.countdown import Countdown
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import small, title
from desktop.views.widgets.ledger import Ledger, LedgerRow
from desktop.views.widgets.notes_panel import NoteLine, NotesPanel
from desktop.views.widgets.phone_preview import PhonePreview
from desktop.views.widgets.say_panel import Answer, SayPanel
from desktop.views.widgets.sparkline import Sparkline
from desktop.views.widgets.stepper import Step, Stepper, StepState
from desktop.views.widgets.timeline import TimelineEntry, TimelineList

_DONE, _NOW = StepState.DONE, StepState.NOW
_STEPS = [
    Step("caller", "Anrufer", "Kunden-PIN geprüft", _DONE),
    Step("request", "Anfrage", "Telefon, 14:00", _DONE),
    Step("recipients", "Empfänger", "37 von 310", _NOW),
    Step("text", "Text"),
    Step("release", "Freigabe"),
    Step("sending", "Versand"),
    Step("wrap_up", "Abschluss"),
]
_WHO = (
    "**37 davon bekommen heute eine SMS, 273 nicht:** 201 sind älter als 30 Tage, "
    "41 haben wir vor weniger als 7 Tagen erinnert, und 31 sind keine Handynummern."
)
_RECIPIENTS = [
    LedgerRow("all", "310", "unvollständige Anmeldungen", strong=True),
    LedgerRow(
        "gets",
        "37",
        "bekommen eine SMS",
        mark=Role.ACCENT,
        role=Role.ACCENT,
        strong=True,
        action="Liste",
    ),
    LedgerRow("not", "273", "bekommen keine", strong=True),
    LedgerRow("old", "201", "älter als 30 Tage", mark=Role.PART_1, level=1, action="Liste"),
    LedgerRow(
        "soon", "41", "vor weniger als 7 Tagen erinnert", mark=Role.PART_2, level=1, action="Liste"
    ),
    LedgerRow("line", "31", "keine Handynummer", mark=Role.PART_3, level=1, action="Liste"),
]
_STATES = [
    LedgerRow("q", "14", "wartet", StateKind.WAITING, explanation="noch auf diesem Computer"),
    LedgerRow(
        "g", "6", "beim Gateway", StateKind.GATEWAY, explanation="übergeben, noch nicht zugestellt"
    ),
    LedgerRow("d", "15", "zugestellt", StateKind.GOOD, explanation="vom Netz bestätigt"),
    LedgerRow("n", "1", "nicht zugestellt", StateKind.BAD, explanation="vom Netz, mit Grund"),
    LedgerRow(
        "f", "0", "abgelehnt", StateKind.BAD, explanation="vom Gateway, mit Grund", zero=True
    ),
    LedgerRow("u", "1", "unklar", StateKind.UNCLEAR, explanation="wird nie von selbst wiederholt"),
    LedgerRow("x", "0", "ausgeschlossen", StateKind.EXCLUDED, explanation="abgemeldet", zero=True),
    LedgerRow("c", "0", "abgebrochen", StateKind.CANCELLED, explanation="angehalten", zero=True),
    LedgerRow("t", "37", "Empfänger", strong=True),
]


def case() -> QWidget:
    """Steps, recipients, say panel, notes."""
    page = QWidget()
    page.setAutoFillBackground(True)
    say = SayPanel()
    say.say(
        [
            "„Ich sehe 310 Anmeldungen, denen nur noch die Startnachricht fehlt.",
            _WHO,
            "Ist das so in Ordnung?“",
        ],
        [Answer("yes", "Ja, einverstanden", "check"), Answer("no", "Nein …")],
    )
    notes = NotesPanel()
    notes.set_notes(
        [
            NoteLine("14:00", "Ruft wegen Neuwagen-News an, möchte nachfassen."),
            NoteLine("14:01", "Kunden-PIN stimmt."),
        ]
    )
    right = QWidget()
    right.setFixedWidth(round(312 * page.fontMetrics().height() / 17))
    side = QVBoxLayout(right)
    space(side, 0, gap=0)
    side.addWidget(say)
    side.addWidget(notes, 1)
    bar = PartsBar(
        [
            Part(37, Role.ACCENT),
            Part(201, Role.PART_1),
            Part(41, Role.PART_2),
            Part(31, Role.PART_3),
        ],
        gap=2,
    )
    middle = column(title("Wer bekommt die SMS?"), 16, bar, 8, Ledger(_RECIPIENTS), None)
    stepper = Stepper(_STEPS)
    layout = QHBoxLayout(page)
    space(layout, 32, 24, 0, 0, gap=32)
    layout.addLayout(column(stepper, None))
    layout.addLayout(middle, 1)
    layout.addWidget(right)
    return page


def release() -> QWidget:
    """Countdown and the ledger below it."""
    page = QWidget()
    page.setAutoFillBackground(True)
    countdown = Countdown(lambda: 0.0)
    countdown.say("37 SMS gehen in 7 Sekunden hinaus", "Bis dahin ist nichts versendet.")
    countdown.start(10)
    countdown._ring.show_left(0.7, "7")  # noqa: SLF001 - a picture of the seventh second
    countdown._timer.stop()  # noqa: SLF001
    counts = DispatchCounts(37, 15, 6, 1, 1)
    left = column(
        countdown,
        24,
        SectionHeading("Danach", "füllt sich, sobald der Versand beginnt"),
        Ledger(_STATES, shapes=True, dense=True),
        16,
        DispatchBar(counts),
        16,
        Sparkline([1094 + day * 1.2 + (day * 7 % 5) for day in range(90)]),
        Sparkline([300 + day * 2 + (day * 7 % 9) for day in range(84)] + [480] * 6, 84),
        None,
    )
    phone = PhonePreview()
    phone.show_message(
        "Winkler",
        "SMS · heute 14:05",
        "Autohaus Winkler: Ihre Anmeldung zu Neuwagen-News ist noch offen. Bitte senden Sie "
        "Start per WhatsApp an +43 660 4417203: https://winkler.example/n",
        "1 Teil",
    )
    phone.show_position("Empfänger 1 von 37", more=True)
    life = TimelineList(
        [
            TimelineEntry(
                StateKind.BAD,
                "gesperrt",
                "17.11.2026 21:00",
                "Meldungen von Nutzern. Versand eingefroren, 486 aktive Kontakte.",
            ),
            TimelineEntry(StateKind.WARNING, "gewarnt", "02.11.2026 08:12", "Qualität niedrig."),
            TimelineEntry(
                StateKind.GOOD, "aktiv", "09.02.2026 10:30", "Werkstatt-Service, V-2026-0004."
            ),
            TimelineEntry(StateKind.NEUTRAL, "im Bestand", "12.01.2026 16:05", "Lieferung Drei."),
        ]
    )
    holder = QWidget()
    inner = QVBoxLayout(holder)
    space(inner, 0, gap=8)
    inner.addWidget(life)
    inner.addWidget(small("Korrektur war bis 18.11.2026 21:00 möglich."))
    inner.addStretch(1)
    holder.setFixedWidth(round(300 * page.fontMetrics().height() / 17))
    layout = QHBoxLayout(page)
    space(layout, 32, 24, 32, 24, gap=48)
    layout.addLayout(left, 1)
    layout.addLayout(row(phone))
    layout.addWidget(holder)
    return page
