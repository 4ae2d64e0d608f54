"""One count of a list, shown on a bar, in a ledger, and in the sentences to say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.eligibility import ReminderRules
from desktop.models.records.dispatches import RecipientPreview
from desktop.models.states import CaseKind, ExclusionReason
from desktop.views.cases.sentences import reason_word, reasons_aloud
from desktop.views.formats import Formats
from desktop.views.theme import Role
from desktop.views.widgets.bars import LIST_PARTS, Part
from desktop.views.widgets.ledger import LedgerRow

GETS = "gets"
_LISTED, _EXCLUDED = "listed", "excluded"


class RecipientWords:
    """Says a count of recipients; the biggest reason comes first."""

    def __init__(
        self,
        preview: RecipientPreview,
        rules: ReminderRules,
        formats: Formats,
        kind: CaseKind = CaseKind.SIGNUP_REMINDER,
        *,
        today: bool = True,
    ) -> None:
        """Say it of a list; without ``today`` nothing is promised for this day any more."""
        self._preview = preview
        self._is_change = kind is CaseKind.NUMBER_CHANGE
        self._today = today
        self._rules = rules
        self._formats = formats
        self._reasons = dict(sorted(preview.by_reason.items(), key=lambda pair: -pair[1]))

    # ---------------------------------------------------------------- bar and ledger

    def parts(self) -> list[Part]:
        """Return the stretches of the bar."""
        excluded = (Part(n, self._mark(why)) for why, n in self._reasons.items())
        return [Part(self._preview.gets, Role.ACCENT), *excluded]

    def rows(self, *, with_lists: bool) -> list[LedgerRow]:
        """Return the lines of the ledger, those with people behind them with a link."""
        number = self._formats.number
        link = QCoreApplication.translate("Recipients", "List") if with_lists else ""
        listed = LedgerRow(
            _LISTED,
            number(self._preview.listed),
            self._who(),
            strong=True,
        )
        gets = LedgerRow(
            GETS,
            number(self._preview.gets),
            QCoreApplication.translate("Recipients", "get an SMS"),
            mark=Role.ACCENT,
            role=Role.ACCENT,
            strong=True,
            action=link,
        )
        excluded = LedgerRow(
            _EXCLUDED,
            number(self._preview.excluded),
            QCoreApplication.translate("Recipients", "get none"),
            strong=True,
        )
        reasons = (
            LedgerRow(
                why.value,
                number(count),
                reason_word(why, self._rules),
                mark=self._mark(why),
                level=1,
                action=link,
            )
            for why, count in self._reasons.items()
        )
        return [listed, gets, excluded, *reasons]

    def _who(self) -> str:
        if self._is_change:
            return QCoreApplication.translate("Recipients", "were active on the old number")
        return QCoreApplication.translate("Recipients", "incomplete sign-ups")

    def sum(self) -> str:
        """Return the sum in words."""
        number = self._formats.number
        return QCoreApplication.translate(
            "Recipients", "{} on the list: {} get an SMS, {} do not"
        ).format(
            number(self._preview.listed),
            number(self._preview.gets),
            number(self._preview.excluded),
        )

    def _mark(self, reason: ExclusionReason) -> Role:
        place = list(self._reasons).index(reason)
        return LIST_PARTS[min(place, len(LIST_PARTS) - 1)]

    # ---------------------------------------------------------------- aloud

    def aloud(self) -> tuple[str, ...]:
        """Return what is said to the caller."""
        question = QCoreApplication.translate("Recipients", "Is that all right?”")
        return self._seen(), self._parted(), question

    def nobody_aloud(self) -> tuple[str, ...]:
        """Return what is said when nobody can get an SMS."""
        none = QCoreApplication.translate("Recipients", "Nobody of them can get an SMS today: {}.”")
        return self._seen(), none.format(self._why())

    def _seen(self) -> str:
        if self._is_change:
            return self._formats.counted(
                self._preview.listed,
                QCoreApplication.translate(
                    "Recipients", "“1 contact was active on the old number."
                ),
                QCoreApplication.translate(
                    "Recipients", "“{} contacts were active on the old number."
                ),
            )
        return self._formats.counted(
            self._preview.listed,
            QCoreApplication.translate(
                "Recipients", "“I see 1 sign-up that lacks only the start message."
            ),
            QCoreApplication.translate(
                "Recipients", "“I see {} sign-ups that lack only the start message."
            ),
        )

    def _parted(self) -> str:
        one = QCoreApplication.translate("Recipients", "**1 of them gets an SMS")
        many = QCoreApplication.translate("Recipients", "**{} of them get an SMS")
        if self._today:
            one = QCoreApplication.translate("Recipients", "**1 of them gets an SMS today")
            many = QCoreApplication.translate("Recipients", "**{} of them get an SMS today")
        gets = self._formats.counted(self._preview.gets, one, many)
        if not self._preview.excluded:
            return f"{gets}.**"
        without = QCoreApplication.translate("Recipients", "{}, {} do not:** {}.")
        return without.format(gets, self._formats.number(self._preview.excluded), self._why())

    def _why(self) -> str:
        return reasons_aloud(self._reasons, self._rules, self._formats)
