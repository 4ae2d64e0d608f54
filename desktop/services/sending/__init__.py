"""Who gets an SMS, the release, the outbox, and the loop that sends."""
