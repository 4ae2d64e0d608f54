"""Frozen records: what services return and views show."""
