"""What the bot knows of the workspaces it is in: their tokens, their people and channels, what it may do there."""
