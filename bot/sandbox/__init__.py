"""A Slack workspace on this machine: the wire of Slack, a page to use it by, and no account.

It stands where Slack stands in the flow: it delivers commands, clicks and events to the app (signed HTTP or Socket
Mode) and answers the app's Web API calls, as strictly as Slack does. It knows nothing of the bot but the wire.

    records, changes, clock             the values, the news of what changed, and time (injected)
    workspace, messages, views, state   what there is, and the operations on it
    app_config, tokens, triggers        what Slack knows of the app, and what is valid for a moment only
    limits, blockkit/, content, mrkdwn  what Slack accepts, and which text would ping or link
    webapi/, responses, oauth           what an app calls
    payloads, events                    what an app receives,
    courier, http_delivery, sockets     and how it gets there
    speech, channels, interactions      what a person does: writes, invites, presses, submits
    faults, pace, calls                 scripted trouble, rate limits, and the log of calls
    service, snapshot, seed             the parts wired together, kept in a file, and as they are on the first day
    page/, page_api, stream, shapes     the page, and what it and this server say to each other
    server, security                    all of it served, to this machine alone
    person, looking, controls           the same workspace driven from a test, in Python
"""
