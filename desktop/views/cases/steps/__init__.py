"""The steps of a guided case, one file each."""
