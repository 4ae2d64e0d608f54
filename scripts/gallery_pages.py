"""The pages of the gallery. The people and numbers on them are invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.theme import FontRole, StateKind
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import column, row, space
from desktop.views.widgets.button import Button, ButtonKind, LinkButton
from desktop.views.widgets.columns import CellKind, Column, RowButton
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.fields import (
    CheckBox,
    ComboBox,
    DateTimeField,
    FormField,
    LineEdit,
    RadioRow,
    TextEdit,
)
from desktop.views.widgets.filter_chip import FilterChip, Option
from desktop.views.widgets.headings import (
    Divider,
    KeyFigure,
    LabelValue,
    LabelValueRows,
    SectionHeading,
)
from desktop.views.widgets.icon_button import IconButton
from desktop.views.widgets.key_hint import KeyHint
from desktop.views.widgets.label import Label, muted, small, strong, title
from desktop.views.widgets.segments import Segment, Segments
from desktop.views.widgets.state_label import Icon, Pill, StateLabel
from desktop.views.widgets.table_model import RecordTableModel
from scripts.gallery_case import case, release
from scripts.gallery_charts import charts
from scripts.gallery_frame import frame, frame_in_test_mode
from scripts.gallery_start import start


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    page.setAutoFillBackground(True)
    box = QVBoxLayout(page)
    space(box, 32, 24, 32, 24, gap=16)
    return page, box


def basics() -> QWidget:
    """Text, buttons, states."""
    page, box = _page()
    heading = row(
        title("Autohaus Winkler"),
        muted("K10000 · Wien, AT"),
        None,
        Button("Notiz", icon_name="sticky-note"),
        Button("Vorgang starten", ButtonKind.PRIMARY, menu=True),
        gap=16,
    )
    box.addLayout(heading)
    check = LinkButton("Jetzt prüfen …")
    box.addLayout(
        row(
            strong("Elias Eder"),
            8,
            Icon("phone"),
            Label("+43 676 601 81 59"),
            8,
            Icon("mail"),
            Label("kontakt0@example.com"),
            8,
            Pill(StateKind.WARNING, "Anrufer nicht geprüft"),
            8,
            check,
            None,
            gap=8,
        )
    )
    box.addLayout(
        row(
            Icon("pin"),
            small("Angeheftet von Tobias Reiter, 02.09.: Im SMS-Text immer „Sie“."),
            None,
            gap=6,
        )
    )
    box.addWidget(Divider())
    blocked = Button("Ausmustern …")
    blocked.block("Ausmustern geht nach dem Ersatz.")
    box.addLayout(
        row(
            Button("SIM ersetzen …", icon_name="arrow-right-left"),
            Button("Versand stoppen …", ButtonKind.DANGER, icon_name="square"),
            Button("Stopp", ButtonKind.STOP, icon_name="square"),
            blocked,
            Button("Weiter: Text", ButtonKind.PRIMARY, trailing="arrow-right"),
            Button("Als gesendet werten", compact=True),
            IconButton("image", "Bild", framed=True),
            IconButton("panel-left", "Leiste", size=20),
            KeyHint("Strg Enter"),
            None,
            gap=8,
        )
    )
    box.addLayout(
        row(
            LinkButton("Alle Vorgänge", trailing="chevron-right"),
            LinkButton("Liste", icon_name="list"),
            LinkButton("Platzhalter einfügen", icon_name="braces", size=FontRole.SMALL),
            None,
            gap=24,
        )
    )
    box.addLayout(row(*[StateLabel(kind, kind.value) for kind in StateKind], None, gap=16))
    box.addLayout(row(*[Pill(kind, kind.value) for kind in StateKind], None, gap=8))
    box.addLayout(
        row(
            KeyFigure("1.204", "aktiv"),
            KeyFigure("0", "Neuanmeldung offen"),
            KeyFigure("310", "unvollständig"),
            KeyFigure("371", "zugestellt", kind=StateKind.GOOD),
            KeyFigure("4", "unklar", kind=StateKind.UNCLEAR),
            None,
            gap=64,
        )
    )
    box.addWidget(
        Banner(
            StateKind.UNCLEAR,
            "1 SMS ist unklar, das Gateway hat nicht geantwortet. Sie entscheiden danach.",
        )
    )
    box.addWidget(Banner(StateKind.BAD, "Die Datenbank ist nicht erreichbar.", "Noch einmal"))
    box.addLayout(
        row(
            EmptyState(
                "circle-check",
                "Nichts wartet auf Sie.",
                "Aussendungen an mehr als 500 Empfänger warten hier auf eine zweite Person.",
            ),
            ErrorState(
                "Die Liste konnte nicht gelesen werden.",
                "Die Datenbank ist gesperrt. Warten Sie einen Moment.",
                "database is locked",
            ),
            gap=32,
        )
    )
    box.addStretch(1)
    return page


def inputs() -> QWidget:
    """Filters and fields."""
    page, box = _page()
    customer = FilterChip("Kunde", [Option("1", "Autohaus Winkler")], clearable=True)
    customer.choose("1")
    age = FilterChip("Alter", [Option("", "alle"), Option("7", "ab 7 Tagen")])
    age.choose("")
    age.show_value("", "alle")
    box.addLayout(
        row(
            customer,
            age,
            None,
            Segments(
                [
                    Segment("a", "Alle", "310"),
                    Segment("b", "SMS möglich", "37"),
                    Segment("c", "nicht möglich", "273"),
                ],
                "a",
            ),
            gap=8,
        )
    )
    template = FilterChip("Vorlage", [Option("1", "Erinnerung mit Link")])
    template.choose("1")
    line = row(template, Segments([Segment("s", "Sie"), Segment("d", "du")], "s"), 400, gap=8)
    line.setStretch(0, 1)
    box.addLayout(line)
    name = LineEdit("Name")
    name.setText("Elias Eder")
    problem = FormField("Telefon", LineEdit("Nummer"))
    problem.show_problem("Diese Nummer ist zu kurz für Österreich.")
    off = LineEdit("Gesperrt")
    off.setEnabled(False)
    box.addLayout(
        row(FormField("Anfragende Person", name), problem, FormField("Gesperrt", off), gap=16)
    )
    box.addLayout(
        row(
            FormField("Kanal", ComboBox([Option("p", "Telefon"), Option("m", "E-Mail")])),
            FormField("Wann", DateTimeField()),
            FormField("Suche", LineEdit("Filtern", icon_name="search")),
            gap=16,
        )
    )
    box.addLayout(
        row(
            CheckBox("Absender registriert", checked=True),
            CheckBox("Nur Werktage"),
            RadioRow(
                [Option("a", "Hell"), Option("b", "Dunkel"), Option("c", "Wie das System")], "c"
            ),
            gap=24,
        )
    )
    box.addWidget(TextEdit("Notiz, wird laufend gespeichert"))
    return page


@dataclass(frozen=True, slots=True)
class _Case:
    number: str
    customer: str
    about: str
    state: StateKind
    word: str
    due: str
    age: int


_CASES = [
    _Case(
        "V-2026-0039",
        "Apotheke Wagner",
        "Nummernwechsel",
        StateKind.PAUSED,
        "pausiert",
        "heute 15:30",
        3,
    ),
    _Case(
        "V-2026-0040",
        "Radio Kovačević",
        "Frequenzberatung",
        StateKind.WAITING,
        "offen",
        "heute 17:00",
        1,
    ),
    _Case(
        "V-2026-0036",
        "Autohaus Winkler und Söhne Handelsgesellschaft",
        "Nummer gesperrt",
        StateKind.BAD,
        "gesperrt",
        "Do 26.11.",
        12,
    ),
]


def tables() -> QWidget:
    """Tables in their forms."""
    page, box = _page()
    box.addWidget(SectionHeading("Meine offenen Vorgänge", "3", edge=False))
    box.addWidget(
        _table(
            [
                Column(
                    "number", "Vorgang", lambda c: c.number, CellKind.MUTED, sort=lambda c: c.number
                ),
                Column("customer", "Kunde", lambda c: c.customer, CellKind.STRONG, width=192),
                Column("about", "Anliegen", lambda c: c.about, stretch=True),
                Column("state", "Stand", lambda c: c.word, CellKind.STATE, state=lambda c: c.state),
                Column(
                    "due",
                    "Fällig",
                    lambda c: c.due,
                    right=True,
                    width=104,
                    strong=lambda c: c.due.startswith("heute"),
                ),
            ],
            "cases",
        )
    )
    checked = _table(
        [
            Column("check", "", kind=CellKind.CHECK, width=40, gap=0),
            Column("customer", "Kunde", lambda c: c.customer, stretch=True),
            Column(
                "age",
                "Alter, Tage",
                lambda c: str(c.age),
                CellKind.NUMBER,
                width=150,
                gap=32,
                sort=lambda c: c.age,
            ),
            Column(
                "state", "SMS", lambda c: c.word, CellKind.STATE, state=lambda c: c.state, width=200
            ),
        ],
        "checked",
        choosable=True,
    )
    model = checked.table_model()
    assert model is not None  # noqa: S101 - a script
    model.toggle_check(0)
    model.toggle_check(1)
    model.sort(2)
    box.addWidget(checked)
    box.addWidget(
        _table(
            [
                Column(
                    "two",
                    "Dienst",
                    lambda c: c.customer,
                    CellKind.TWO_LINES,
                    second=lambda c: c.about,
                    stretch=True,
                ),
                Column("link", "Öffnen", lambda c: c.number, CellKind.LINK),
                Column(
                    "buttons",
                    "",
                    kind=CellKind.BUTTONS,
                    width=360,
                    buttons=lambda _: [
                        RowButton("sent", "Als gesendet werten"),
                        RowButton("again", "Noch einmal senden …"),
                    ],
                ),
            ],
            "two",
            two_lines=True,
        )
    )
    empty = DeskTable(name="leer", fits_rows=True)
    empty.set_model(RecordTableModel[_Case]([Column("a", "Nummer", stretch=True)]))
    empty.show_instead(
        EmptyState(
            "user-plus",
            "Keine unvollständigen Anmeldungen.",
            "Sobald jemand eine Nummer einträgt, steht sie hier.",
        )
    )
    box.addWidget(empty)
    box.addStretch(1)
    return page


def _table(
    columns: list[Column[_Case]], name: str, *, choosable: bool = False, two_lines: bool = False
) -> DeskTable:
    table = DeskTable(name=name, choosable=choosable, two_lines=two_lines, fits_rows=True)
    table.setObjectName(name)
    model = RecordTableModel(columns, _CASES, lambda case: case.age, table)
    table.set_model(model)
    return table


def values() -> QWidget:
    """Rows of label and value."""
    page, box = _page()
    left = LabelValueRows(
        [
            LabelValue("ICCID", "8943 0501 7204 4181 591"),
            LabelValue("Netz", "Drei, Österreich"),
            LabelValue("Kunde", "Autohaus Winkler", link="customer"),
            LabelValue("Dienst", "Werkstatt-Service"),
            LabelValue("Betroffen", "486 aktive Kontakte"),
        ]
    )
    right = LabelValueRows(
        [
            LabelValue("Teile je SMS", "1", strong=True),
            LabelValue("Kodierung", "GSM-7, Umlaute inbegriffen"),
            LabelValue("37 SMS × 1 Teil × 0,080 €", "2,96 €", strong=True),
        ],
        right=True,
    )
    box.addLayout(
        row(
            column(SectionHeading("SIM-Karte"), left, None),
            column(SectionHeading("Wer bekommt eine SMS?", "310"), right, None),
            gap=48,
        )
    )
    box.addStretch(1)
    return page


PAGES: dict[str, Callable[[], QWidget]] = {
    "basics": basics,
    "inputs": inputs,
    "tables": tables,
    "values": values,
    "frame": frame,
    "test": frame_in_test_mode,
    "charts": charts,
    "start": start,
    "case": case,
    "release": release,
}
