"""What any process stands on: its clock, its tasks, its log, the kinds of what it keeps, the places where it may end."""
