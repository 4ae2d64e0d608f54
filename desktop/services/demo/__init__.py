"""The demo: a database with plausible data of invented customers, the same for the same seed."""

from desktop.services.demo.cast import AGENT as DEMO_AGENT
from desktop.services.demo.make import DemoSummary, make_demo

__all__ = ["DEMO_AGENT", "DemoSummary", "make_demo"]
