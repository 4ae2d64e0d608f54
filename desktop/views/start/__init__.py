"""The start page: what needs attention, my cases, last customers, what is running."""
