"""The sandbox workspace."""
