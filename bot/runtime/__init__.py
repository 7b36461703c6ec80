"""What any process stands on: its clock, tasks and log, the kinds of what it keeps, and where a test may end it."""
