"""What a line says of what follows the verdict: the roadmap, the plan of the reviews, and what comes up in one.

    tasks     golden tasks in a list or one more, the bar of one, what is asked in it and must be answered
    tasks_changed  one renamed or taken off, how many of them have to pass, and what was saved just now taken back
    task_parts     a line of several golden tasks cut apart
    task_bars      a bar, however it is said
    task_contents  what is asked in one and must be answered
    tick_orders    an order to tick what the line tells of
    roadmap   an item of the roadmap that is ticked, due or somebody's, by words of its title
    news      what is told of items by their names: done, open again, on the way
    asked     how far the roadmap is, how it stands with an item, which golden tasks there are
    plan      paused, resumed, stopped, handed over, given a day
    planned   the day, the hour and the owner that such a line names, in any order
    steps     a review finished, skipped, snoozed, with nothing changed
    results   the numbers that may be a result, and what only names a file of them
    confirming  that an earlier answer holds, all of them do, or it does not
    rounds    who is left where each answers alone
    failures  how a line that tells of one is cut
    kinds     which kind a failure was
    verdict   that one passes on where nothing is asked, and how it has fared
    around    what stands around such words, and changes nothing of them
    marking   the items of the roadmap in a line, each a mark
    task_words  how golden tasks, their runs and bars are called

Each reads one line, knows no other room, and finds nothing where the line is about something else. What it needs to
know of what is stored, it is told. What is done with what it says is the matter of the conversation.
"""
