"""The Slack app: what Slack sends becomes a command, a command becomes a turn, and a turn becomes what Slack is told.

A request passes the `rim`, by HTTP or over the line that Socket Mode dials, and reaches Bolt in `app` unless it floods;
`listeners` acknowledge it, `parse` makes a command of it (`commands`, by the names in `ids`), and the `advisor`
carries that out: `recall` fetches what the command needs to know, `dialogue` says purely what changes and what is said
(`replies`, and for records `exports`), and storage remembers both in one transaction. The `scheduler` is woken, claims
the rows of the outbox as they fall due, and `delivery` makes one Slack call of each, its words rendered by `views`
(through `screens`), its files by `files` and `pictures`. `engine` is what works without a request, `slack` what the bot
knows of its workspaces, `settings` the one reader of the environment, `cli` the command line, and `sandbox` a stand-in
for Slack that the bot meets over HTTP like the real one. Who may import whom stands in pyproject.toml, outermost first.
"""
