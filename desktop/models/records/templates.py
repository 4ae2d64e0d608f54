"""SMS templates as the text step of a case offers them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.models.case_flow import AddressForm
from desktop.models.states import DispatchKind


@dataclass(frozen=True, slots=True)
class SmsTemplate:
    """One template in one language; ``titles`` name it to the agent in each language of the desk.

    ``texts`` holds the text for each form of address; the placeholders in it are those of
    ``models.sms_template``.
    """

    key: str
    kind: DispatchKind
    language: str
    titles: Mapping[str, str]
    texts: Mapping[AddressForm, str]

    def title(self, language: str) -> str:
        """Return what the template is called in a language of the desk."""
        return self.titles.get(language, self.key)

    @property
    def addresses_readers(self) -> bool:
        """Whether the forms of address differ, so that there is a choice between them."""
        return len(set(self.texts.values())) > 1
