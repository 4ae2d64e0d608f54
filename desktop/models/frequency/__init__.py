"""How often a service sends and how many leave: numbers in, records with their uncertainty out.

Nothing here reads a file, a clock or a database. The modules from the bottom up:

    rates          a rate or a share with its exact interval; days, weeks
    weeks          one service week by week, apart from the days after a number change
    arrays         days as arrays: frequency before each day, the message a day belongs to
    bins           opt-out rates by frequency, widened where messages differ
    glm            Poisson and discrete-time regression, errors clustered
    trend          one service: what a change of frequency goes with
    peers          many services: shrinkage, between and within
    mixed          a random intercept, when groups of people differ
    shape          rising or U-shaped, with a bootstrap band
    reads          which share of the messages is read or clicked, by frequency
    advice         a range to recommend, a limit to keep, or what would be enough
    said           one sentence that fits the range
    trial          a frequency test: plan and allocation
    trial_result   a frequency test: what came out

``rates``, ``weeks``, ``said`` and ``trial`` need the standard library alone until a value is asked
for. The others import numpy at once and scipy where it is used: import them late, in a worker.
"""
