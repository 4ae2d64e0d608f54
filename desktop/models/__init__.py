"""The domain: states, records, pure rules and mapped tables. No Qt, no I/O."""
