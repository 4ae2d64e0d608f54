"""The answers: what an agent says to the questions that callers ask."""

from desktop.views.answers.page import AnswersPage

__all__ = ["AnswersPage"]
