"""SMS templates: as the text step of a case offers them, and as supervisors edit them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.models.case_flow import AddressForm
from desktop.models.states import DispatchKind
from desktop.models.template_content import TemplateContent, TemplateRef


@dataclass(frozen=True, slots=True)
class SmsTemplate:
    """One template in one language; ``titles`` name it to the agent in each language of the desk.

    ``texts`` holds the text for each form of address; the placeholders in it are those of
    ``models.sms_template``. Version 0 is as built in; with a ``customer_id`` it is for that
    customer alone. ``name`` is what a supervisor called it, whatever the language of the desk.
    """

    key: str
    kind: DispatchKind
    language: str
    titles: Mapping[str, str]
    texts: Mapping[AddressForm, str]
    name: str = ""
    customer_id: int | None = None
    version: int = 0

    @property
    def ref(self) -> TemplateRef:
        """Which template it is."""
        return TemplateRef(self.language, self.key, self.customer_id)

    def title(self, language: str) -> str:
        """Return what the template is called in a language of the desk."""
        return self.name or self.titles.get(language, self.key)

    @property
    def addresses_readers(self) -> bool:
        """Whether the forms of address differ, so that there is a choice between them."""
        return len(set(self.texts.values())) > 1


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """One version of a template. It is never changed: going back makes another one.

    ``at`` is None for the version that is built in; ``offered`` is False where it was withdrawn.
    """

    number: int
    content: TemplateContent
    at: datetime | None = None
    by: str = ""
    reason: str = ""
    offered: bool = True


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """What a supervisor has typed and not saved as a version yet.

    ``based_on`` is the version from which it was made; 0 where it was the built-in one, or none.
    """

    content: TemplateContent
    based_on: int = 0
    reason: str = ""
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A template in the list of all; ``draft`` is when this agent last typed in it."""

    ref: TemplateRef
    kind: DispatchKind
    titles: Mapping[str, str]
    current: TemplateVersion
    customer: str = ""
    draft: datetime | None = None

    @property
    def is_built_in(self) -> bool:
        """Whether the program brings it, so that there is always a text to go back to."""
        return bool(self.titles) and self.ref.customer_id is None

    @property
    def is_new(self) -> bool:
        """Whether nothing of it holds yet."""
        return not self.current.number and not self.is_built_in

    def title(self, language: str) -> str:
        """Return what the template is called in a language of the desk."""
        return self.current.content.title or self.titles.get(language, "")


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template with all its versions, the newest first, and this agent's draft."""

    line: TemplateLine
    versions: tuple[TemplateVersion, ...]
    draft: TemplateDraft | None

    @property
    def current(self) -> TemplateVersion:
        """The version that holds."""
        return self.line.current


@dataclass(frozen=True, slots=True)
class TextReader:
    """A service whose contacts get the text: its name and customer, and what is filled in."""

    customer: str
    service: str
    values: Mapping[str, str]
