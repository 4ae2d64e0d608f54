"""The audit log: what was done, when, by whom, on which case and why, and whether it holds."""
