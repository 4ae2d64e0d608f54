"""What an agent says and does when a caller asks one of the known questions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerStep:
    """One thing to do beside talking; ``page`` is the page of the desk that helps, or empty."""

    text: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One question in the caller's words, and what belongs to it.

    ``say`` is one paragraph each, to be read aloud. ``answer_id`` is the same in all languages.
    """

    answer_id: str
    title: str
    keywords: tuple[str, ...]
    say: tuple[str, ...]
    steps: tuple[AnswerStep, ...]

    @property
    def say_text(self) -> str:
        """All that is said, as one text for the clipboard."""
        return "\n\n".join(self.say)
