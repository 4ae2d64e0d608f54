"""How often a service writes and how many leave: charts, facts and a table."""

from desktop.views.frequency.page import FrequencyPage

__all__ = ["FrequencyPage"]
