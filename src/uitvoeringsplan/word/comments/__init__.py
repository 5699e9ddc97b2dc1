"""Open points as comments in a document, for the next round in Word."""
