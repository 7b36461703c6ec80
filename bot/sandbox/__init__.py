"""A Slack workspace on this machine: the wire of Slack, a page to use it by, and no account.

It stands where Slack stands in the flow: it delivers commands, clicks and events to the app (signed HTTP or Socket
Mode) and answers the app's Web API calls, as strictly as Slack does. It knows nothing of the bot but the wire.

    records, changes, clock     the values, the news of what changed, and time (injected)
    workspace, messages, views  the state, and the operations on it
    limits, blockkit/, mrkdwn   what Slack accepts, and which text would ping or link
    webapi/                     the methods that an app calls
    payloads, courier, http_delivery, sockets   what an app receives, and how
    speech, interactions        what a person does: writes, presses, submits
    page/, page_api, stream     the page and what it says to this server
    faults, calls               scripted trouble, and the log of calls
    service, server, snapshot   the parts wired together, served, and kept in a file
    person                      the same workspace driven from a test, in Python
"""
