"""The page of settings: what all agents share, and what belongs to this computer."""
