"""The list of incomplete sign-ups."""
