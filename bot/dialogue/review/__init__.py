"""The monthly review: planned, opened when it falls due, worked by the team, finished; and what is said when it fails.

planning  when it comes                                  due      what falls due by itself
working   marks, counts, finish, snooze, skip            counted  a failure that is logged meanwhile
logged    a failure's message, and that it counts        typed_failures, typed_results, typed_steps  by words
results   what an evaluation tool wrote, taken over
reading   what its message shows, and what it concludes  lost     a review that does not arrive
typed_asked  what is asked of it in words
"""
