"""How often a service sends and how many leave: numbers in, records with their uncertainty out."""
