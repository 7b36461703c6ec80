"""Recall: everything that a step needs to know, fetched from storage (and, for the Home, from Slack) before it."""
