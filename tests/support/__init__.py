"""What tests share: a throw-away PostgreSQL, watchers for leaks and log messages."""
