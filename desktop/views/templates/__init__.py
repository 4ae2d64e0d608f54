"""The screen of the SMS templates: the list of all, and the editor of one."""
