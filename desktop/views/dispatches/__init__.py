"""Dispatches: the list, and the page of one with its books, its unclear SMS and its list."""
