"""The rim: what stands between the network and the app.

`server` listens, and `gate` and `shapes` let pass only what is worth reading; `socket_mode` dials out instead, one
`websocket` after another, and `oauth` is the pages by which other workspaces install the app.
"""
