"""Third step of a change of number: the number is blocked, and the service gets another one."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from desktop.models.case_flow import CaseStep, DraftProblem
from desktop.models.changes import Change
from desktop.models.states import SimStatus
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.base import Saying, StepView
from desktop.views.cases.steps.number_acts import NumberState, assign, block, read_state
from desktop.views.cases.steps.number_test import NumberTest
from desktop.views.cases.steps.parts import Below, Facts, FieldColumn
from desktop.views.error_text import error_text
from desktop.views.tasks import Running
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import row
from desktop.views.widgets.button import Button
from desktop.views.widgets.fields import DateTimeField, FormField, LineEdit
from desktop.views.widgets.filter_chip import FilterChip, Option
from desktop.views.words import word

_MINUTE_S = 60


class NumberStep(StepView):
    """Where the number stands, and the one thing to do next about it."""

    step = CaseStep.NUMBER

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self.question.setText(self.tr("Which number does the service get?"))
        self._state: NumberState | None = None
        self._has_taken = False
        self._running: Running[NumberState] | None = None
        self._facts = Facts(label_width=150)
        self._facts.setObjectName("numberFacts")
        self._reason = LineEdit()
        self._reason.setObjectName("blockReason")
        self._reason_field = FormField(self.tr("Why it is blocked"), self._reason)
        self._since = DateTimeField(name=self.tr("Blocked since"))
        self._since.setObjectName("blockedSince")
        self._since.set_zone(self.desk.formats.zone.key)
        self._since.set_language(self.desk.formats.language)
        self._offered = 0
        self._block = Button(self.tr("Mark as blocked"), icon_name="ban")
        self._block.setObjectName("markBlocked")
        self._block.clicked.connect(self._mark_blocked)
        self._cards = FilterChip(self.tr("New number"))
        self._cards.setObjectName("newNumber")
        self._cards.chosen.connect(self._choose_card)
        self._take = Button(self.tr("Give this number to the service"), icon_name="arrow-right")
        self._take.setObjectName("takeNumber")
        self._take.clicked.connect(self._take_number)
        self._keep = Button(self.tr("Go on with this change"))
        self._keep.setObjectName("keepChange")
        self._keep.clicked.connect(self._keep_change)
        self._banner = Banner(StateKind.WARNING)
        self._banner.setObjectName("numberBanner")
        self._banner.hide()
        since = FormField(self.tr("Blocked since"), self._since)
        self._form = FieldColumn((self._reason_field, since))
        self._test = NumberTest(case)
        self._test.note_written.connect(self.note_written)
        self._build()

    def _build(self) -> None:
        self.column.addWidget(self.question)
        self.column.addSpacing(px(16))
        self.column.addWidget(self._facts)
        self.column.addSpacing(px(20))
        self.column.addWidget(FieldColumn((self._form, self._test)))
        self.column.addSpacing(px(12))
        self.column.addLayout(row(self._block, self._cards, self._take, self._keep, None, gap=8))
        self.column.addWidget(Below(self._banner))
        self.column.addStretch(1)

    # ---------------------------------------------------------------- reading

    def begin(self) -> None:
        """Look where the number stands: a colleague may have replaced it meanwhile."""
        super().begin()
        self._offered = int(self.desk.services.database.clock().timestamp())
        self._since.set_moment(self._offered)
        self._read()

    def end(self) -> None:
        """Let what is being read go."""
        if self._running is not None:
            self._running.cancel()

    def hear(self, change: Change) -> None:
        """Look again when numbers have changed."""
        if change is Change.SIMS:
            self._read()

    def _read(self) -> None:
        service_id = self.case.draft.service_id
        if service_id is None:
            return
        if self._running is not None:
            self._running.cancel()
        work = partial(read_state, self.desk.services, service_id)
        self._running = self.desk.tasks.run(work, self._show_state, self._fail)

    def _show_state(self, state: NumberState) -> None:
        before, self._state = self._state, state
        if self._has_taken and state.service.sim_status is not SimStatus.BLOCKED:
            self._has_taken = False
            self._keep_change()
        if self._options() and not self._cards.key:
            self._cards.choose(self._options()[0].key)
        self.show_case()
        self.told.emit()
        # What has to be done next is another thing once the number is blocked.
        is_other = before is None or before.service.sim_status is not state.service.sim_status
        if is_other and self.isVisible():
            self.focus_first()

    # ---------------------------------------------------------------- showing

    def show_case(self) -> None:
        """Show the number, its change, and what can be done now."""
        state, draft = self._state, self.case.draft
        is_done = bool(draft.new_number)
        blocked = state is not None and state.service.sim_status is SimStatus.BLOCKED
        works = state is not None and not blocked and not is_done
        change = state.last_change if state is not None else None
        open_to = self.case.can_change
        self._facts.set_rows(self._rows())
        self._test.offer(offered=is_done and open_to)
        self._form.setVisible(works and open_to)
        self._block.setVisible(works and open_to)
        self._keep.setVisible(works and open_to and change is not None)
        for part in (self._cards, self._take):
            part.setVisible(blocked and not is_done and open_to)
        self._cards.set_options(self._options())
        self._take.setEnabled(bool(self._options()))
        if state is not None and blocked and not is_done and state.stock.low:
            self._banner.show_state(StateKind.WARNING, self._stock_words(state))

    def _stock_words(self, state: NumberState) -> str:
        if not state.free:
            return self.tr("No number is free. Add SIM cards to the stock first.")
        return self.tr("SIM stock is low: %n free card(s)", None, state.stock.free)

    def _options(self) -> list[Option]:
        if self._state is None:
            return []
        phone = self.desk.formats.phone
        return [
            Option(str(card.sim_id), f"{phone(card.msisdn)}, {card.carrier}".rstrip(", "))
            for card in self._state.free
        ]

    def _rows(self) -> list[tuple[str, str]]:
        state, draft, phone = self._state, self.case.draft, self.desk.formats.phone
        if draft.new_number:
            return [
                (self.tr("Number before"), phone(draft.old_number)),
                (self.tr("New number"), phone(draft.new_number)),
                *self._change_rows(),
            ]
        if state is None:
            return []
        service = state.service
        status = word(service.sim_status) if service.sim_status is not None else "–"
        shown = phone(service.sender_number) if service.sender_number else "–"
        return [
            (self.tr("Service"), service.name),
            (self.tr("Number now"), f"{shown}, {status}"),
            *self._change_rows(),
        ]

    def _change_rows(self) -> list[tuple[str, str]]:
        change = self._state.last_change if self._state is not None else None
        if change is None:
            return []
        formats = self.desk.formats
        words = self.tr("{}: {} were active, {} are back, {} silent").format(
            formats.date(change.replaced_at),
            formats.number(change.concerned),
            formats.number(change.back),
            formats.number(change.silent),
        )
        return [(self.tr("Last change"), words)]

    # ---------------------------------------------------------------- acting

    def _mark_blocked(self) -> None:
        state, reason = self._state, self._reason.text().strip()
        if not reason:
            self._reason_field.show_problem(self.tr("Enter a reason."))
            self._reason.setFocus()
        elif state is not None and state.service.sender_number:
            self._reason_field.show_problem("")
            number = state.service.sender_number
            since = self._blocked_since()
            act = partial(block, self.desk.services, number, since, reason, self.desk.agent)
            self.case.run(act, self._read, self._fail)

    def _blocked_since(self) -> datetime | None:
        """Return the moment that was chosen; the one offered first means now, to the second."""
        seconds = self._since.moment()
        if seconds // _MINUTE_S == self._offered // _MINUTE_S:
            return None
        return datetime.fromtimestamp(seconds, UTC)

    def _choose_card(self, key: str) -> None:
        self._cards.choose(key)

    def _take_number(self) -> None:
        state = self._state
        card = (
            next((one for one in state.free if str(one.sim_id) == self._cards.key), None)
            if (state is not None)
            else None
        )
        if card is not None:
            act = partial(assign, self.desk.services, card, self.desk.agent)
            self.case.run(act, self._note_taken, self._fail)

    def _note_taken(self) -> None:
        self._has_taken = True
        self._read()

    def _keep_change(self) -> None:
        change = self._state.last_change if self._state is not None else None
        if change is not None:
            self._banner.hide()
            self.case.change(old_number=change.old_number, new_number=change.new_number)
            self.show_case()
            self.told.emit()

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._banner.show_state(StateKind.BAD, f"{told.sentence} {told.hint}")
        self._read()

    # ---------------------------------------------------------------- what is said and missing

    def saying(self) -> Saying:
        """Say what a blocked number means; the provider never unblocks one."""
        if self.case.draft.new_number:
            number = self.desk.formats.phone(self.case.draft.new_number).replace(" ", "\u00a0")
            return Saying((self.tr("“Your new number is **{}**.”").format(number),))
        return Saying(
            (
                self.tr("“A blocked number cannot be opened again. You get a new one from us.”"),
                self.tr("“Your active contacts have to register again on the new number.”"),
            )
        )

    def focus_on(self, problem: DraftProblem) -> None:
        """Lead to what has to be done next."""
        for part in (self._take, self._reason):
            if part.isVisibleTo(self) and part.isEnabled():
                part.setFocus()
                return
        super().focus_on(problem)

    def focus_first(self) -> None:
        """Begin at what has to be done next."""
        if not self.case.draft.new_number:
            self.focus_on(DraftProblem.NUMBER_NOT_REPLACED)
