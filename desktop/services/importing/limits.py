"""How much a file from outside may be, all in one place.

A million contacts must go in; beyond that the limits are there so that a file made to do harm
fills neither the memory nor the disk.
"""

from __future__ import annotations

MEBIBYTE = 1024 * 1024

CSV_BYTES = 2048 * MEBIBYTE
"""Size of one CSV file, unpacked."""

XLSX_BYTES = 256 * MEBIBYTE
"""Size of one XLSX file as it lies on the disk."""

UNPACKED_BYTES = 2048 * MEBIBYTE
"""Sum of all members of one ZIP or XLSX file."""

RATIO = 200
"""Unpacked to packed bytes of one member; text packs to a tenth or a thirtieth."""

RATIO_FREE_BYTES = MEBIBYTE
"""Members up to this size may have any ratio: a short file of zeros harms nobody."""

ZIP_ENTRIES = 1_000
FOLDER_FILES = 1_000
ROWS = 5_000_000
"""Rows of one file."""

MASTER_ROWS = 500_000
"""Rows of customers, services and SIM cards together: these are kept in memory."""

STOCK_ROWS = 10_000
"""SIM cards that come into stock with one file: more is no delivery but another table."""

COLUMNS = 200
CELL_CHARS = 65_536
RECORD_LINES = 200
"""Lines that one quoted record may span; more means that a quote was never closed."""

CHILD_MEMORY_BYTES = 3072 * MEBIBYTE
CHILD_CPU_S = 600
CHILD_SILENCE_S = 120.0
"""How long the process that reads an XLSX file may say nothing."""

HEADER_WITHIN_ROWS = 20
"""The header stands within the first rows; a title may stand above it."""

PREVIEW_ROWS = 5
