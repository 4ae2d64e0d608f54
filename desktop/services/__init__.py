"""Use cases and I/O: database, gateways, import, sending, look-up. No Qt."""
