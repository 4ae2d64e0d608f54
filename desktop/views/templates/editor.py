"""The template that is open: what is typed, kept as a draft with every change. Draws nothing.

One piece of work runs at a time, so that a draft never comes after the version that it became.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import ConflictError
from desktop.models.longest_text import Readers
from desktop.models.records.templates import (
    TemplateDraft,
    TemplateFile,
    TemplateVersion,
    TextReader,
)
from desktop.models.settings import GatewaySettings
from desktop.models.template_content import (
    ContentProblem,
    TemplateContent,
    TemplateRef,
    content_problems,
)
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.tasks import Reading, Running

KEEP_AFTER_MS = 400


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A template with all that its page shows: who would get it, at which price, who may edit."""

    file: TemplateFile
    readers: tuple[TextReader, ...]
    measured: Readers
    gateway: GatewaySettings
    may_edit: bool


@dataclass(frozen=True, slots=True)
class _Act:
    ref: TemplateRef | None
    work: Callable[[], object]
    then: Callable[[object], None]


class TemplateEditor(QObject):
    """Holds one template and keeps what is typed.

    Signals:
        changed: the template, its draft or its versions are others now.
        kept: what was typed is in the database.
        saved: the number of the version that was made.
        withdrawn: the template is no longer offered.
        failed: the exception of what could not be done; what was typed is still here.
        missing: the exception; the template could not be read.
    """

    changed = Signal()
    kept = Signal()
    saved = Signal(int)
    withdrawn = Signal()
    failed = Signal(object)
    missing = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ref: TemplateRef | None = None
        self._view: TemplateView | None = None
        self._draft = self._saving = TemplateDraft(TemplateContent())
        self._kept: TemplateDraft | None = self._draft
        self._acts: deque[_Act] = deque()
        self._running: Running[object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        self._reading = Reading(desk.tasks, self)
        self._reading.succeeded.connect(self._take)
        self._reading.failed.connect(self.missing)

    # ---------------------------------------------------------------- what it holds

    @property
    def view(self) -> TemplateView | None:
        """The template as it was read last; None before that."""
        return self._view

    @property
    def draft(self) -> TemplateDraft:
        """What stands in the fields."""
        return self._draft

    @property
    def is_keeping(self) -> bool:
        """Whether something is on its way into the database."""
        return bool(self._acts)

    @property
    def current(self) -> TemplateVersion | None:
        """The version that holds."""
        return self._view.file.current if self._view is not None else None

    @property
    def is_changed(self) -> bool:
        """Whether the fields hold something else than the version that holds."""
        current = self.current
        if current is None:
            return False
        return self._draft.content != current.content or not current.offered

    @property
    def is_behind(self) -> bool:
        """Whether a colleague saved another version while this agent typed."""
        current = self.current
        return current is not None and self.is_changed and self._draft.based_on != current.number

    @property
    def problems(self) -> tuple[ContentProblem, ...]:
        """What keeps the draft from being saved."""
        if self._view is None:
            return ()
        line = self._view.file.line
        return content_problems(self._draft.content, line.kind, titled=bool(line.titles))

    # ---------------------------------------------------------------- reading

    def open(self, ref: TemplateRef) -> None:
        """Show another template; what was typed into the one before is kept."""
        if ref != self._ref:
            self.keep()
            self._ref, self._view = ref, None
            self._reading.drop()
        self.reload()

    def begin_anew(self) -> None:
        """Read it for another agent: what this one typed is in the database."""
        self._view = None
        self.reload()

    def reload(self) -> None:
        """Read it again; what was typed stays."""
        if self._ref is not None:
            work = partial(_read, self._desk.services, self._ref, self._desk.agent)
            self._reading.ask(work)

    def _take(self, view: TemplateView) -> None:
        if view.file.line.ref != self._ref:
            return
        first = self._view is None
        before = self.current
        untouched = before is not None and not self._is_typed(before)
        self._view = view
        if first or untouched:
            self._begin(view.file)
        self.changed.emit()

    def _is_typed(self, current: TemplateVersion) -> bool:
        return self._draft.content != current.content or bool(self._draft.reason)

    def _begin(self, file: TemplateFile) -> None:
        """Begin with the agent's draft, else with the version that holds."""
        current = file.current
        self._draft = file.draft or TemplateDraft(current.content, current.number)
        self._kept = self._draft

    # ---------------------------------------------------------------- typing

    def change(self, draft: TemplateDraft) -> None:
        """Take over what was typed; it is kept within a second."""
        if draft != self._draft and self._view is not None and self._view.may_edit:
            self._draft = draft
            self._timer.start()
            self.changed.emit()

    def keep(self) -> None:
        """Keep what was typed now."""
        self._timer.stop()
        view, current = self._view, self.current
        if view is None or current is None or self._draft == self._kept:
            return
        self._kept = self._draft
        editing, line = self._desk.services.template_editing, view.file.line
        work = partial(editing.keep_draft, line.ref, line.kind, self._draft, self._desk.agent)
        if not self._is_typed(current) and not line.is_new:
            work = partial(editing.drop_draft, line.ref, self._desk.agent)
        self._do(work, self._tell_kept)

    def take_version(self, version: TemplateVersion, reason: str) -> None:
        """Put an older version into the fields; saved, it becomes the newest."""
        self.change(replace(self._draft, content=version.content, reason=reason))

    def go_on(self) -> None:
        """Go on with what was typed, knowing that a colleague saved a version meanwhile."""
        current = self.current
        if current is not None:
            self.change(replace(self._draft, based_on=current.number))

    def discard(self) -> None:
        """Give up what was typed."""
        current = self.current
        if current is not None:
            self.change(TemplateDraft(current.content, current.number))
            self.keep()

    # ---------------------------------------------------------------- saving

    def save(self) -> None:
        """Make the draft the version that holds."""
        if self._view is None:
            return
        line, editing = self._view.file.line, self._desk.services.template_editing
        self.keep()
        self._saving = self._draft
        work = partial(editing.save, line.ref, line.kind, self._draft, self._desk.agent)
        self._do(work, self._tell_saved)

    def withdraw(self, reason: str) -> None:
        """Offer the template no longer."""
        current = self.current
        if self._view is None or current is None:
            return
        self.keep()
        self._saving = self._draft
        ref, editing = self._view.file.line.ref, self._desk.services.template_editing
        work = partial(editing.withdraw, ref, current.number, reason, self._desk.agent)
        self._do(work, self._tell_withdrawn)

    def _tell_saved(self, number: object) -> None:
        self._begin_anew()
        self.saved.emit(number)

    def _tell_withdrawn(self, _nothing: object) -> None:
        self._begin_anew()
        self.withdrawn.emit()

    def _begin_anew(self) -> None:
        """Begin with what is read next, unless something was typed while it was being saved."""
        if self._draft == self._saving:
            self._view = None
        else:
            self._kept = None
        self.reload()

    def _tell_kept(self, _nothing: object) -> None:
        self.kept.emit()

    # ---------------------------------------------------------------- one after the other

    def _do(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self._acts.append(_Act(self._ref, work, then))
        self._go_on()

    def _go_on(self) -> None:
        if self._running is None and self._acts:
            work = partial(_work, self._acts[0].work)
            self._running = self._desk.tasks.run(work, self._done, self._refused)

    def _done(self, result: object) -> None:
        act = self._acts.popleft()
        self._running = None
        if act.ref == self._ref:
            act.then(result)
        self._go_on()

    def _refused(self, error: BaseException) -> None:
        self._acts.popleft()
        self._running = None
        self._kept = None
        if isinstance(error, ConflictError):
            self.reload()
        else:
            self.failed.emit(error)
        self._go_on()


def _read(services: Services, ref: TemplateRef, agent: str, _stop: Event) -> TemplateView:
    file = services.template_lists.file(ref, agent)
    readers = services.template_lists.readers(file.line.kind, ref.customer_id)
    return TemplateView(
        file,
        readers,
        Readers([reader.values for reader in readers]),
        services.settings.load().gateway,
        services.template_editing.may_edit(agent),
    )


def _work(act: Callable[[], object], _stop: Event) -> object:
    return act()
