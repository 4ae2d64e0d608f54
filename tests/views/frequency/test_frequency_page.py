"""The frequency page, used as a person does."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QGraphicsView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.changes import Change
from desktop.models.records.traffic import TrafficSpan
from desktop.models.states import SimStatus
from desktop.services.storage.database import Database
from desktop.views.frequency.page import FrequencyPage
from desktop.views.theme import LIGHT, Role, Scheme, color
from desktop.views.widgets.chart import Chart
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.fields import ComboBox
from tests.support.numbers import add_days, add_service, add_sim, days_ago, use_sim
from tests.support.window import Person, opened_desk

LAST_DAYS = days_ago(400).date()


def fill(database: Database) -> None:
    """Two services with traffic, one of them with a number change, and one without any."""
    with database.write(Change.TRAFFIC) as session:
        first = add_service(session, "A")
        add_days(session, first, 400, messages=2.0, opt_outs=1, first=LAST_DAYS)
        second = add_service(session, "B")
        add_days(session, second, 400, messages=4.0, opt_outs=2, first=LAST_DAYS)
        sim = add_sim(session, "6500000001", SimStatus.ACTIVE)
        use_sim(session, sim, second, days_ago(100))
        add_service(session, "C")


def page_of(person: Person) -> FrequencyPage:
    person.app.desk.navigator.page_wanted.emit("frequency")
    person.settles()
    page = person.sees("frequency_page")
    assert isinstance(page, FrequencyPage)
    return page


def words_of(person: Person, name: str) -> str:
    return " ".join(label.text() for label in person.sees(name).findChildren(QLabel))


def chooser(person: Person) -> ComboBox:
    found = person.sees("frequency_service")
    assert isinstance(found, ComboBox)
    return found


def press(person: Person, name: str) -> None:
    button = person.sees(name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def table(person: Person) -> DeskTable:
    found = person.sees("frequency_table")
    assert isinstance(found, DeskTable)
    return found


def test_that_the_first_service_with_traffic_is_shown_with_one_sentence_to_say(
    database: Database, person: Person
) -> None:
    fill(database)

    page_of(person)

    said = words_of(person, "frequency_say")
    assert "you sent 2.0 messages a day on average" in said
    assert "30 people unsubscribed" in said
    assert chooser(person).currentText() == "Customer of A · A"
    totals = words_of(person, "frequency_totals")
    assert "36,800" in totals  # a year, its first week whole: 368 days of 100 contacts
    person.sees("frequency_scatter")
    person.sees("frequency_time")


def test_that_a_question_about_the_service_shown_begins_here(
    database: Database, person: Person
) -> None:
    fill(database)
    asked: list[int] = []
    person.app.desk.navigator.frequency_question_wanted.connect(asked.append)

    page_of(person)
    press(person, "frequency_case")
    person.settles()

    assert asked == [person.app.services.traffic.choices()[0].service_id]
    person.sees("casePage")


def test_that_the_sentence_names_no_cause(database: Database, person: Person) -> None:
    fill(database)

    page_of(person)

    said = words_of(person, "frequency_say").casefold()
    assert not any(word in said for word in ("because", "due to", "therefore", "too many"))
    assert "not compared in a test" in words_of(person, "frequency_facts")


def test_that_few_opt_outs_are_told_without_a_rate(database: Database, person: Person) -> None:
    with database.write(Change.TRAFFIC) as session:
        add_days(session, add_service(session, "A"), 100, opt_outs=0, first=LAST_DAYS)

    page_of(person)

    said = words_of(person, "frequency_say")
    assert "0 people unsubscribed" in said
    assert "too little for a rate" in said
    assert "%" not in said


def test_that_a_service_can_be_chosen_and_is_remembered(
    qtbot: QtBot, database: Database, person: Person, tmp_path: Path
) -> None:
    fill(database)
    page_of(person)

    chooser(person).setCurrentIndex(1)
    chooser(person).activated.emit(1)

    person.waits_until(lambda: "4.0 messages" in words_of(person, "frequency_say"))
    with opened_desk(qtbot, database, tmp_path) as another:
        page_of(another)
        another.waits_until(lambda: chooser(another).currentText() == "Customer of B · B")


def test_that_another_page_can_ask_for_a_service(database: Database, person: Person) -> None:
    fill(database)
    choices = person.app.services.traffic.choices()

    person.app.desk.navigator.frequency_wanted.emit(choices[1].service_id)

    person.waits_until(lambda: chooser(person).currentText() == "Customer of B · B")


def test_that_a_number_change_is_named_and_left_out(database: Database, person: Person) -> None:
    fill(database)
    second = person.app.services.traffic.choices()[1]

    person.app.desk.navigator.frequency_wanted.emit(second.service_id)

    person.waits_until(lambda: chooser(person).currentText() == "Customer of B · B")
    assert "left out" in words_of(person, "frequency_facts")
    press(person, "frequency_table_toggle")
    model = table(person).table_model()
    assert model is not None
    remarks = [str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)) for row in range(20)]
    assert sum("after change" in remark for remark in remarks) == 5


def test_that_the_span_is_chosen_by_segments(database: Database, person: Person) -> None:
    fill(database)
    page_of(person)

    press(person, f"segment_{TrafficSpan.DAYS_90.value}")

    person.waits_until(lambda: "9,500" in words_of(person, "frequency_totals"))


def test_that_the_table_stands_beside_the_chart_and_says_the_same(
    database: Database, person: Person
) -> None:
    fill(database)
    page_of(person)

    press(person, "frequency_table_toggle")

    person.sees("frequency_scatter")
    model = table(person).table_model()
    assert model is not None
    row = [str(model.index(1, column).data()) for column in range(model.columnCount())]
    assert row[1:5] == ["2.0", "7", "700", "25.9%"]
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, person.window
    )
    model.sort(0, Qt.SortOrder.AscendingOrder)
    assert str(model.index(0, 0).data()).startswith("17 Nov 2025")
    assert tester.model() is model


def test_that_a_point_under_the_pointer_is_read_out(database: Database, person: Person) -> None:
    fill(database)
    page_of(person)
    chart = person.sees("frequency_scatter")
    assert isinstance(chart, Chart)
    read: list[int] = []
    chart.hovered.connect(read.append)
    wanted = chart.spec.readings[-1]
    view = chart.findChild(QGraphicsView)
    assert view is not None

    place = chart.place_of(wanted).toPoint()
    QTest.mouseMove(view.viewport(), view.viewport().mapFrom(chart, place))

    assert read
    found = next(one for one in chart.spec.readings if one.key == read[-1])
    assert (found.x, found.y) == (wanted.x, wanted.y)
    corner = QPoint(chart.width() - 2, 2)
    QTest.mouseMove(view.viewport(), view.viewport().mapFrom(chart, corner))
    assert read[-1] == -1


def test_that_a_service_without_traffic_says_what_to_do(database: Database, person: Person) -> None:
    fill(database)
    empty = person.app.services.traffic.choices()[2]

    person.app.desk.navigator.frequency_wanted.emit(empty.service_id)

    person.waits_until(lambda: chooser(person).currentText() == "Customer of C · C")
    texts = [label.text() for label in person.sees("frequency_page").findChildren(QLabel)]
    assert "There is no traffic of this service yet." in texts
    person.sees("emptyAction")
    assert not any(one.isVisible() for one in person.window.findChildren(QLabel, "frequency_now"))


def test_that_an_empty_desk_says_what_to_do(person: Person) -> None:
    page = page_of(person)

    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "There are no services yet." in texts


def saved_picture(person: Person, path: Path, button: str = "frequency_picture") -> None:
    press(person, button)
    dialog = person.window.findChild(QFileDialog, "frequency_save_dialog")
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_that_the_charts_are_saved_as_a_picture_of_double_size(
    database: Database, person: Person, tmp_path: Path
) -> None:
    fill(database)
    page = page_of(person)
    path = tmp_path / "frequency.png"

    saved_picture(person, path)

    person.waits_until(path.exists)
    person.settles()
    image = QImage(str(path))
    assert image.width() > 2 * page.width() * 0.8
    own = color(Role.CHART_OWN).rgb()
    assert any(
        image.pixel(x, y) == own
        for x in range(0, image.width(), 2)
        for y in range(image.height() // 2, image.height(), 2)
    )
    assert not list(tmp_path.glob("*.part"))


def test_that_the_charts_are_saved_as_a_drawing_and_as_one_light_page(
    database: Database, person: Person, tmp_path: Path
) -> None:
    fill(database)
    page_of(person)
    person.app.theme.apply(Scheme.DARK, 1.0)
    drawing, sheet = tmp_path / "frequency.svg", tmp_path / "frequency.pdf"

    saved_picture(person, drawing)
    person.waits_until(drawing.exists)
    saved_picture(person, sheet, "frequency_pdf")
    person.waits_until(sheet.exists)
    person.settles()

    shown = QImage(400, 300, QImage.Format.Format_RGB32)
    painter = QPainter(shown)
    renderer = QSvgRenderer(str(drawing))
    assert renderer.isValid()
    renderer.render(painter)
    painter.end()
    assert shown.pixelColor(2, 2).name() == LIGHT.hex(Role.BASE).lower()
    content = sheet.read_bytes()
    (page,) = PdfReader(BytesIO(content)).pages
    told = " ".join(page.extract_text().split())
    for said in ("Customer of A · A", "messages a day on average", "Recommended: ", "Span: "):
        assert said in told
    person.app.theme.apply(Scheme.LIGHT, 1.0)


def test_that_a_point_shows_its_days(database: Database, person: Person) -> None:
    fill(database)
    page_of(person)
    chart = person.sees("frequency_scatter")
    assert isinstance(chart, Chart)

    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)

    days = person.sees("days_table")
    assert isinstance(days, DeskTable)
    first = days.model().index(0, 0).data(Qt.ItemDataRole.DisplayRole)
    assert chart.spec.readings[0].text.split("\n")[0].split(" ")[0] in str(first)
    assert days.model().rowCount() == 7
    press(person, "days_close")
    person.waits_until(lambda: person.window.findChild(QDialog, "frequency_days") is None)


def test_that_a_picture_that_cannot_be_saved_is_told(
    database: Database, person: Person, tmp_path: Path
) -> None:
    fill(database)
    page_of(person)

    saved_picture(person, tmp_path / "no such folder" / "frequency.png")

    toast = person.sees("toast")
    assert toast.accessibleName().startswith("The file could not be saved")


def test_that_the_charts_follow_the_theme(database: Database, person: Person) -> None:
    fill(database)
    page_of(person)

    person.app.theme.apply(Scheme.DARK, 1.0)

    dark = color(Role.CHART_OWN).rgb()
    picture = person.sees("frequency_time").grab().toImage()
    assert any(
        picture.pixel(x, y) == dark for x in range(picture.width()) for y in range(picture.height())
    )
    person.app.theme.apply(Scheme.LIGHT, 1.0)


def test_that_charts_are_named_and_described_for_a_screen_reader(
    database: Database, person: Person
) -> None:
    fill(database)
    page = page_of(person)

    described = [
        child.accessibleDescription()
        for child in page.findChildren(QWidget)
        if child.accessibleName() == "Chart: messages a day and opt-outs"
    ]
    assert len(described) == 3
    assert all("messages a day on average" in text for text in described)
