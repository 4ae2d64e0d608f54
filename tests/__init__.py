"""Tests mirror desktop/ one to one; journeys/ walk through the whole program."""
