"""The head of the frequency page: which service, how far back, table and picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.models.records.traffic import ServiceChoice, TrafficSpan
from desktop.views.rates.curves import Compared
from desktop.views.theme import px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.fields import ComboBox
from desktop.views.widgets.filter_chip import Option
from desktop.views.widgets.icon_button import IconButton
from desktop.views.widgets.label import title
from desktop.views.widgets.segments import Segment, Segments


class FrequencyHead(Themed, QWidget):
    """Title, chooser of the service, span, and two ways to take the values along.

    Signals:
        service_chosen: service id.
        span_chosen: a ``TrafficSpan``.
        compared_chosen: a ``Compared``: whose curves are shown.
        table_wanted: whether the table shall stand beside the chart.
        picture_wanted: the charts shall be saved as a picture.
        pdf_wanted: the charts shall be saved as one page.
    """

    service_chosen = Signal(int)
    span_chosen = Signal(object)
    compared_chosen = Signal(object)
    table_wanted = Signal(bool)
    picture_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, span: TrafficSpan) -> None:
        super().__init__()
        self._span = span
        self._title = title()
        self._service = ComboBox()
        self._service.setObjectName("frequency_service")
        self._service.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._service.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._service.chosen.connect(self._choose_service)
        self._compared = Segments()
        self._compared.setObjectName("frequency_compared")
        self._compared.chosen.connect(self._choose_compared)
        self._spans = Segments()
        self._spans.setObjectName("frequency_span")
        self._spans.chosen.connect(self._choose_span)
        self._picture = IconButton("image", "", framed=True)
        self._picture.setObjectName("frequency_picture")
        self._picture.clicked.connect(self._want_picture)
        self._pdf = Button(icon_name="file")
        self._pdf.setObjectName("frequency_pdf")
        self._pdf.clicked.connect(self._want_pdf)
        self._table = Button(icon_name="table-2")
        self._table.setObjectName("frequency_table_toggle")
        self._table.setCheckable(True)
        self._table.toggled.connect(self._turn_table)
        self._parts = (self._compared, self._spans, self._picture, self._pdf, self._table)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._title)
        self._line.addWidget(self._service)
        self._line.addStretch(1)
        for part in self._parts:
            self._line.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._line, 0, gap=16)
        self._service.setMaximumWidth(px(360))
        self._service.setMinimumWidth(px(120))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Frequency"))
        self._service.setAccessibleName(self.tr("Service"))
        self._picture.set_name(self.tr("Save as picture …"))
        self._pdf.setText(self.tr("PDF"))
        self._pdf.setAccessibleName(self.tr("Save as one page …"))
        self._pdf.setToolTip(self.tr("Save as one page …"))
        self._name_table()
        self._compared.set_segments(
            [
                Segment(Compared.OWN.value, self.tr("own")),
                Segment(Compared.PEERS.value, self.tr("peers")),
                Segment(Compared.BOTH.value, self.tr("both")),
            ],
            self._compared.current or Compared.BOTH.value,
        )
        self._spans.set_segments(
            [
                Segment(TrafficSpan.DAYS_90.value, self.tr("90 days")),
                Segment(TrafficSpan.YEAR.value, self.tr("1 year")),
                Segment(TrafficSpan.ALL.value, self.tr("all")),
            ],
            self._span.value,
        )

    def take_focus(self) -> None:
        """Let the keyboard choose a service."""
        self._service.setFocus()

    def show_choices(self, choices: Sequence[ServiceChoice], service_id: int) -> None:
        """Offer the services and show the chosen one."""
        options = [
            Option(str(one.service_id), f"{one.customer_name} · {one.service_name}")
            for one in choices
        ]
        self._service.set_options(options, str(service_id))
        self._service.setToolTip(self._service.currentText())
        self._service.setVisible(bool(choices))

    def allow_views(self, *, allowed: bool) -> None:
        """Switch on what needs values to show."""
        for part in self._parts:
            part.setVisible(allowed)

    def _turn_table(self, wanted: bool) -> None:
        self._name_table()
        self.table_wanted.emit(wanted)

    def _name_table(self) -> None:
        """Let the button name what it brings next."""
        shown = self._table.isChecked()
        self._table.setText(self.tr("Summary") if shown else self.tr("Table"))
        self._table.set_icon_name("list" if shown else "table-2")

    def _choose_service(self, key: str) -> None:
        self.service_chosen.emit(int(key))

    def _choose_compared(self, key: str) -> None:
        self.compared_chosen.emit(Compared(key))

    def _choose_span(self, key: str) -> None:
        self._span = TrafficSpan(key)
        self.span_chosen.emit(self._span)

    def _want_picture(self) -> None:
        self.picture_wanted.emit()

    def _want_pdf(self) -> None:
        self.pdf_wanted.emit()
