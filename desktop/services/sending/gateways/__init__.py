"""The SMS gateways: one small protocol, one file and one table of codes for each."""
