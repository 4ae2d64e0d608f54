"""Backups of the whole database, and putting one back.

backing_up     writes a backup while the database is in use, and looks through it
restoring      puts one back: checked first, the replaced one kept, sending frozen
sqlite_files   copying and checking SQLite files
server_dumps   the same for a PostgreSQL server, with its own programs
"""
