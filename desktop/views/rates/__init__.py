"""How often and how many leave: the words and the chart that several screens show."""
