"""Write the next migration from the difference between the mapped classes and the last schema.

Usage: python scripts/new_migration.py 0002 "Keep the colour of a SIM"
Read what it wrote before you commit it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop.services.storage import migrations
from desktop.services.storage.database import Database


def main(revision: str, message: str) -> None:
    """Migrate a throw-away database to the last revision and write what is missing."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/draft.sqlite")
        config = migrations._config()  # noqa: SLF001  the same settings as the program's own
        if ScriptDirectory.from_config(config).get_current_head():
            migrations.migrate(database)
        with database.engine.connect() as connection:
            config.attributes["connection"] = connection
            command.revision(config, message, autogenerate=True, rev_id=revision)
        database.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
