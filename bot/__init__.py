"""The Slack app: payload -> command -> conversation -> rules -> storage -> view -> Slack call."""
