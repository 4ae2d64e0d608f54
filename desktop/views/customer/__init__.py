"""Customers: the list, and the page of one that is open during a call."""
