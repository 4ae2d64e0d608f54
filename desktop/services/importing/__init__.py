"""Reads the platform's exports into the books: whole or not at all, and twice changes nothing.

The way of a row: ``files`` finds the tables and yields rows of cells; ``readers`` turn cells into
values or a reason to reject; ``spool`` keeps the good ones on disk, in the order of their keys;
the ``merge_*`` modules compare them with the books in one write transaction; ``load.Importing``
leads. Nothing is imported here: the process that reads workbooks starts with what it needs only.
"""
