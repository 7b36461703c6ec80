"""Result files of evaluation tools, read: bytes come in, counts by task, verdict and failure bucket come out.

One file a format. `source` checks what the file is at all, `json_walk`, `records`, `xml_walk` and `packed` take it
apart, `formats` finds whose it is, `scores` says which values are verdicts, `counting` adds up. Nothing here knows
Slack, a database, or where the file came from.
"""
