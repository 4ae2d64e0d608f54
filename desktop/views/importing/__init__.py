"""The page on which exports are read: choose or drop, look, import, report."""
