"""Pictures where looking beats reading: drawn by matplotlib in a process of their own, away from the event loop.

    reply -> Plan (words and numbers, P) -> JSON -> the drawing process (`python -m bot.pictures`) -> PNG

    plans     what a picture shows                  words    reply -> plan, and the words that say the same (alt text)
    files     the files that delivery uploads       drawing  the process around `__main__`
    style demands history __main__                  only in the drawing process: they bring matplotlib along

Nothing is imported here: the drawing process should start fast.
"""
