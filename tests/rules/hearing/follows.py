"""Lines of what follows the verdict, by their subject: what one reader takes, the others leave alone."""

PLAN = (
    "pause the reviews",
    "resume the monthly reviews",
    "no more check-ins",
    "hand the reviews over to me",
    "review on the 15th of each month",
    "remind us in March",
)
TITLES = (
    "Write the golden tasks",
    "Build the index of the handbook",
    "Measure retrieval on 20 questions",
    "Open it to 10 users",
    "Open it to all users",
)
"""A roadmap."""
ROADMAP = (
    "tick the index",
    "we are done with the golden tasks",
    "assign the handbook to Lea by Friday",
    "the golden tasks are due on Monday",
    "golden tasks: parking fees, lost badges",
)
STEPS = (
    "finish the review",
    "skip this month",
    "snooze the review for a week",
    "nothing has changed",
)
RESULTS = (
    "sick leave: 8 of 10 passed",
    "travel 4/5, overtime 3 out of 6",
)
FAILURES = (
    "it invented a fee",
    "failure: a guest was sent to the wrong office",
    "we had an incident: the handbook of last year was quoted",
)
