"""First step: who is asking, and how that was checked."""

from __future__ import annotations

from desktop.models.case_flow import CaseStep, DraftProblem
from desktop.models.states import VerificationMethod, VerificationResult
from desktop.views.caller_proof import PROVED_BY_SECRET, ProofPanel
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.base import Saying, StepView
from desktop.views.cases.steps.parts import FieldColumn, caller_number, first_button
from desktop.views.theme import px
from desktop.views.widgets.fields import FormField, LineEdit, RadioRow
from desktop.views.widgets.filter_chip import Option
from desktop.views.words import heading

_KNOWN, _OTHER = "known", "other"
_METHODS = (
    VerificationMethod.CALL_BACK,
    VerificationMethod.SMS_CODE,
    VerificationMethod.CUSTOMER_PIN,
    VerificationMethod.KNOWN_ADDRESS,
)
_RESULTS = (
    VerificationResult.VERIFIED,
    VerificationResult.PARTLY,
    VerificationResult.NOT_VERIFIED,
)


class CallerStep(StepView):
    """Requester, number, method and result of the check."""

    step = CaseStep.CALLER

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self.question.setText(self.tr("Who is asking?"))
        self._asks_other = False
        self._person = RadioRow(self._people(), upright=True)
        self._person.setObjectName("requesterChoice")
        self._person.chosen.connect(self._choose_person)
        self._name = LineEdit(self.tr("First and last name"))
        self._name.setObjectName("requester")
        self._name.textEdited.connect(self._take_name)
        self._number = LineEdit()
        self._number.setObjectName("callerNumber")
        self._number.textEdited.connect(self._take_number)
        self._method = RadioRow([Option(each, heading(each)) for each in _METHODS], upright=True)
        self._method.setObjectName("method")
        self._method.chosen.connect(self._take_method)
        customer = case.file.customer
        self.proof = ProofPanel(self.desk)
        self.proof.setObjectName("callerProof")
        self.proof.set_customer(customer.id, customer.contact_phone, customer.language)
        self.proof.proved.connect(self._note_proof)
        self.proof.refused.connect(self._note_refusal)
        self._result = RadioRow([Option(each, heading(each)) for each in _RESULTS])
        self._result.setObjectName("result")
        self._result.chosen.connect(self._take_result)
        self._build()

    def _people(self) -> list[Option]:
        person = self.case.file.customer.contact_person
        other = Option(_OTHER, self.tr("Somebody else"))
        if not person:
            return [other]
        known = self.tr("{}, stored contact person").format(person)
        return [Option(_KNOWN, known), other]

    def _build(self) -> None:
        self._number_field = FormField(self.tr("Number they call from (optional)"), self._number)
        person = FormField(self.tr("Requester"), self._person)
        name = FormField(self.tr("Name"), self._name)
        method = FormField(
            self.tr("Checked by"),
            self._method,
            self.tr("Name and date of birth alone are not enough."),
        )
        result = FormField(self.tr("Result of the check"), self._result)
        self._result_field = result
        self._name_field = name
        self._form = FieldColumn((person, name, self._number_field, method, self.proof, result))
        self.column.addWidget(self.question)
        self.column.addSpacing(px(16))
        self.column.addWidget(self._form)
        self.column.addStretch(1)
        self.fields = {
            DraftProblem.REQUESTER_MISSING: (name, self._name),
            DraftProblem.METHOD_MISSING: (method, first_button(self._method)),
            DraftProblem.NOT_VERIFIED: (result, first_button(self._result)),
        }

    # ---------------------------------------------------------------- showing

    def begin(self) -> None:
        """Show who is known; a name that is not the stored person's is somebody else's."""
        requester = self.case.draft.requester
        person = self.case.file.customer.contact_person
        self._asks_other = not person or (bool(requester) and requester != person)
        super().begin()

    def show_case(self) -> None:
        """Show the caller."""
        draft = self.case.draft
        self._form.setEnabled(self.case.can_change)
        self._person.choose(_OTHER if self._asks_other else _KNOWN)
        self._name_field.setVisible(self._asks_other)
        _show(self._name, draft.requester)
        _show(self._number, draft.caller_number)
        self._number_field.show_hint(self._number_words())
        self._method.choose(draft.verification_method)
        verified = draft.verification_result is VerificationResult.VERIFIED
        self.proof.show_method(VerificationMethod.NONE if verified else draft.verification_method)
        self._show_results()
        checked = draft.verified_at is not None or self._was_judged()
        self._result.choose(draft.verification_result if checked else "")
        self._result_field.show_hint(self._result_words())

    def _show_results(self) -> None:
        """Offer what an agent may judge: whether a secret was right, nobody judges."""
        by_secret = self.case.draft.verification_method in PROVED_BY_SECRET
        self._result.allow(VerificationResult.VERIFIED, allowed=not by_secret)

    def _was_judged(self) -> bool:
        return self.case.draft.verification_result is not VerificationResult.NOT_VERIFIED

    def _number_words(self) -> str:
        """Say how a number was read, and whether it is the stored one."""
        customer = self.case.file.customer
        text = self.case.draft.caller_number
        if not text:
            return ""
        number = caller_number(text, customer)
        if number is None:
            return self.tr("Not read as one phone number; it is kept as it stands.")
        shown = self.desk.formats.phone(number)
        if number == customer.contact_phone:
            return self.tr("{}: the stored number of the contact person").format(shown)
        return self.tr("{}: not the stored number").format(shown)

    def _result_words(self) -> str:
        at = self.case.draft.verified_at
        return self.tr("Checked at {}").format(self.desk.formats.time(at)) if at else ""

    def saying(self) -> Saying:
        """Ask for the check; how depends on the method."""
        draft, customer = self.case.draft, self.case.file.customer
        if draft.verification_result is VerificationResult.VERIFIED:
            return Saying((self.tr("“Thank you, {}. That is in order.”").format(draft.requester),))
        if draft.verification_method is VerificationMethod.CALL_BACK:
            phone = self.desk.formats.phone(customer.contact_phone)
            asked = self.tr("“I will call you back at once on the number that we have on file.”")
            return Saying((asked, self.tr("Call **{}**.").format(phone)))
        asked = {
            VerificationMethod.SMS_CODE: self.tr(
                "“I am sending a code to the number that we have on file. Please read it to me.”"
            ),
            VerificationMethod.CUSTOMER_PIN: self.tr("“Please tell me your **customer PIN**.”"),
            VerificationMethod.KNOWN_ADDRESS: self.tr(
                "“Please write to us briefly from the e-mail address that we have on file.”"
            ),
        }.get(
            draft.verification_method,
            self.tr("“Before I look at your data, I check that it is you.”"),
        )
        greeting = self.tr("“Gladly. You are calling for **{}**?”").format(customer.name)
        return Saying((greeting, asked))

    # ---------------------------------------------------------------- taking over

    def _choose_person(self, key: str) -> None:
        self._asks_other = key == _OTHER
        known = "" if self._asks_other else self.case.file.customer.contact_person
        self.case.change(requester=known)
        self.show_case()
        if self._asks_other:
            self._name.setFocus()

    def _take_name(self, text: str) -> None:
        self.case.change(requester=text.strip())

    def _take_number(self, text: str) -> None:
        self.case.change(caller_number=text.strip())

    def _take_method(self, key: str) -> None:
        self.case.change(verification_method=VerificationMethod(key))
        self._tell_call()

    def _take_result(self, key: str) -> None:
        self._judge(VerificationResult(key))

    def _note_proof(self) -> None:
        self._judge(VerificationResult.VERIFIED)

    def _note_refusal(self) -> None:
        self._judge(VerificationResult.NOT_VERIFIED)

    def _judge(self, result: VerificationResult) -> None:
        self.case.change(
            verification_result=result, verified_at=self.desk.services.database.clock()
        )
        self._tell_call()

    def focus_on(self, problem: DraftProblem) -> None:
        """Lead to the field where something is missing; where a secret decides, to that."""
        if problem is DraftProblem.NOT_VERIFIED and not self.proof.isHidden():
            self.proof.secret_field.setFocus()
        else:
            super().focus_on(problem)

    def _tell_call(self) -> None:
        """Let the whole desk know that this caller is verified: numbers are shown whole."""
        if not self.case.missing(self.step):
            method = self.case.draft.verification_method
            self.desk.call.verify(self.case.file.record.customer_id, method)


def _show(field: LineEdit, text: str) -> None:
    """Show a text without moving the cursor of somebody who is typing it."""
    if field.text().strip() != text:
        field.setText(text)
