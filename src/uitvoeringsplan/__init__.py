"""From a questionnaire to a finished Word plan, with the answers as text in git."""

__version__ = "0.1.0"
