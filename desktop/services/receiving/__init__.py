"""Delivery reports from outside: taken, kept as they came, read, and matched with their SMS.

reading.py   what a gateway's report or a reply says (pure)
inbox.py     keeps a report before it is read, drops repeats, finds its SMS, now or later
stops.py     suppresses the numbers whose owners replied STOP
address.py   the secret path that reports come to
entry.py     the WSGI application: who may come in, and what is answered
server.py    the application on a socket, and the thread that reads
"""
