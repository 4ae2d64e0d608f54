"""Solution Desk: the service desk of a messenger-newsletter provider."""

__version__ = "0.1.0"
