"""The monthly review: planned, opened when it falls due, worked by the team, finished; and what is said when it fails.

planning  when it comes                                  due      what falls due by itself
working   marks, counts, finish, snooze, skip            counted  a failure that is logged meanwhile
results   what an evaluation tool wrote, taken over
reading   what its message shows, and what it concludes  lost     a review that does not arrive
"""
