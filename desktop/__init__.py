"""Solution Desk: the service desk of a messenger-newsletter provider."""
