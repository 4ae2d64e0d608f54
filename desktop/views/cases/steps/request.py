"""Second step: what was asked for, how it reached us, in the customer's own words."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from desktop.models.case_flow import CaseDraft, CaseStep, DraftProblem
from desktop.models.records.cases import CaseRecord, NewRequest
from desktop.models.records.customers import CustomerFacts
from desktop.models.states import RequestChannel
from desktop.services.bundle import Services
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.base import Saying, StepView
from desktop.views.cases.steps.parts import Below, FieldColumn, caller_number, first_button
from desktop.views.error_text import error_text
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.fields import DateTimeField, FormField, LineEdit, RadioRow, TextEdit
from desktop.views.widgets.filter_chip import Option
from desktop.views.words import heading


class RequestStep(StepView):
    """Channel, time, wish and reference; recorded in the database when the step is done."""

    step = CaseStep.REQUEST

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self.question.setText(self.tr("What is asked for?"))
        self._channel = RadioRow([Option(each, heading(each)) for each in RequestChannel])
        self._channel.setObjectName("channel")
        self._channel.chosen.connect(self._take_channel)
        self._at = DateTimeField()
        self._at.setObjectName("requestedAt")
        self._at.set_zone(self.desk.formats.zone.key)
        self._at.set_language(self.desk.formats.language)
        self._at.dateTimeChanged.connect(self._take_time)
        self._wish = TextEdit(self.tr("As exactly as the customer says it"))
        self._wish.setObjectName("wish")
        self._wish.textChanged.connect(self._take_wish)
        self._reference = LineEdit()
        self._reference.setObjectName("reference")
        self._reference.textEdited.connect(self._take_reference)
        self._failure = Banner(StateKind.BAD)
        self._failure.hide()
        self._recorded: NewRequest | None = None
        self._filling = False
        self._build()

    def _build(self) -> None:
        channel = FormField(self.tr("Reached us by"), self._channel)
        at = FormField(self.tr("Asked on"), self._at)
        wish = FormField(
            self.tr("Exact wish"),
            self._wish,
            self.tr("Without a recorded request no SMS goes out."),
        )
        reference = FormField(self.tr("The customer's reference (optional)"), self._reference)
        self._wish.setFixedHeight(self._wish.fontMetrics().lineSpacing() * 5)
        self._form = FieldColumn((channel, at, wish, reference))
        self.column.addWidget(self.question)
        self.column.addSpacing(px(16))
        self.column.addWidget(self._form)
        self.column.addWidget(Below(self._failure))
        self.column.addStretch(1)
        self.fields = {
            DraftProblem.CHANNEL_MISSING: (channel, first_button(self._channel)),
            DraftProblem.REQUESTED_AT_MISSING: (at, self._at),
            DraftProblem.WISH_MISSING: (wish, self._wish),
        }

    # ---------------------------------------------------------------- showing

    def begin(self) -> None:
        """Show the request; one without a time is being made now."""
        self._failure.hide()
        if self.case.draft.requested_at is None:
            self.case.change(requested_at=self.desk.services.database.clock())
        super().begin()

    def show_case(self) -> None:
        """Show the request."""
        draft = self.case.draft
        self._filling = True
        self._form.setEnabled(self.case.can_change)
        if draft.channel is not None:
            self._channel.choose(draft.channel)
        if draft.requested_at is not None:
            self._at.set_moment(int(draft.requested_at.timestamp()))
        if self._wish.toPlainText().strip() != draft.wish:
            self._wish.setPlainText(draft.wish)
        if self._reference.text().strip() != draft.reference:
            self._reference.setText(draft.reference)
        self._filling = False

    def saying(self) -> Saying:
        """Ask for the wish, then repeat it."""
        wish = self.case.draft.wish.strip()
        if not wish:
            return Saying(
                (
                    self.tr("“What exactly shall we do for you? I am writing it down.”"),
                    self.tr("“We send such an SMS only when you ask for it.”"),
                )
            )
        repeated = self.tr("“I have written down: **{}**").format(wish)
        return Saying((repeated, self.tr("Is that what you want?”")))

    # ---------------------------------------------------------------- taking over

    def _take_channel(self, key: str) -> None:
        self.case.change(channel=RequestChannel(key))

    def _take_time(self) -> None:
        if not self._filling:
            self.case.change(requested_at=datetime.fromtimestamp(self._at.moment(), UTC))

    def _take_wish(self) -> None:
        if not self._filling:
            self.case.change(wish=self._wish.toPlainText().strip())

    def _take_reference(self, text: str) -> None:
        self.case.change(reference=text.strip())

    # ---------------------------------------------------------------- recording

    def try_to_finish(self) -> None:
        """Record the request, then go on; once it is released it stands."""
        missing = self.case.missing(self.step)
        self.tell_problems(missing)
        if missing:
            self.focus_on(missing[0])
        elif not self.case.can_change or self._stands():
            self.finished.emit()
        else:
            self._failure.hide()
            request = request_of(self.case.draft, self.case.file.customer)
            act = partial(_record, self.desk.services, request, self.desk.agent)
            self.case.run(act, self.finished.emit, self._tell)

    def _stands(self) -> bool:
        """Whether the database has the request just as it is here."""
        recorded = self.case.file.record.request
        if recorded is None:
            return False
        wanted = request_of(self.case.draft, self.case.file.customer)
        return all(
            getattr(recorded, name) == getattr(wanted, name)
            for name in (
                "requester",
                "channel",
                "requested_at",
                "verification_method",
                "verification_result",
                "verified_at",
                "wish",
                "reference",
            )
        )

    def _tell(self, error: BaseException) -> None:
        told = error_text(error)
        self._failure.show_state(StateKind.BAD, f"{told.sentence} {told.hint}")


def request_of(draft: CaseDraft, customer: CustomerFacts) -> NewRequest:
    """Return the request that a draft holds, once nothing of it is missing."""
    if draft.channel is None or draft.requested_at is None:
        raise ValueError("the request is not complete")
    return NewRequest(
        requester=draft.requester,
        channel=draft.channel,
        requested_at=draft.requested_at,
        verification_method=draft.verification_method,
        verification_result=draft.verification_result,
        verified_at=draft.verified_at,
        wish=draft.wish,
        reference=draft.reference,
        caller_number=caller_number(draft.caller_number, customer),
    )


def _record(services: Services, request: NewRequest, agent: str, record: CaseRecord) -> CaseRecord:
    return services.cases.record_request(record.id, request, agent)
