"""Sender numbers: what the desk knows of them, and every change of their state.

listing     Sims: the list, the card of one number, the stock, conflicts, what got worse
rows        the statement behind the list
timelines   what happened to a card, to a number, and which number a service sent from when
health      how the service on a number is doing
changes     SimChanges: block, warn, calm, retire, correct a block
assigning   SimAssigning: reserve, free, assign; nothing is assigned twice
stocking    SimStocking: add cards that were scanned, pasted or read from a file
conflicts   Conflicts: reports that contradict the books, and the decision on each
stalled     services whose contacts do not come back after a replacement
worsening   which numbers got worse since somebody looked last
entering    what all of these share: lock, append the event, renew what hangs on it

All changes are made one after the other (``entering.lock_numbers``), name what they have seen
(``expected``), and end in the audit log.
"""
