"""The guided case: the list of cases, and the steps of one."""
