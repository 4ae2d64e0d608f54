"""Everything that Qt draws: theme, widgets, pages, and the bridge to worker threads."""
