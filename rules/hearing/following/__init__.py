"""What a line says of what follows the verdict: the roadmap, the plan of the reviews, and what comes up in one.

    roadmap   golden tasks by their names, an item that is done, due or somebody's
    plan      paused, resumed, stopped, handed over, given a day
    planned   the day, the hour and the owner that such a line names, in any order
    steps     a review finished, skipped, snoozed, with nothing changed
    results   the numbers that may be a result, and what only names a file of them
    rounds    who is left where each answers alone
    failures  how a line that tells of one is cut
    verdict   that one passes on where nothing is asked, and how it has fared
    around    what stands around such words, and changes nothing of them

Each reads one line, knows no other room, and finds nothing where the line is about something else. What it needs to
know of what is stored, it is told. What is done with what it says is the matter of the conversation.
"""
