"""What the environment sets: the settings, the key that seals tokens, and the organization's own rulebook."""
