"""The ground floor: database, migrations, audit log, settings, secrets."""
