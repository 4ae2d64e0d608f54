"""Where the desk learns the state of a number from, and what it makes of it.

source      NumberReport and the protocol StatusSource: whoever tells how numbers stand
manual      an agent tells it: must fit the life cycle, else it is refused
receiving   receive(): one report into the books; a contradiction is kept to be decided
graph       the WhatsApp Business Platform, asked over the Graph API
graph_answers  its JSON as records and failures; unknown words stay as they are
failures    why a source cannot be asked now
platform    PlatformNumbers: when to ask, what to write down

The platform's exports are the third source: ``services.importing.merge_sims`` reads them with all
that stands beside the status, and gives each contradiction to ``receiving``.
"""
