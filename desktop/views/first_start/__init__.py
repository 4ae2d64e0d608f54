"""Sets the desk up at its first start, and again when somebody wishes so from the settings."""
