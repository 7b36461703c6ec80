"""What a line says of what follows the verdict: the plan of the reviews, in words alone.

    plan     paused, resumed, stopped, handed over, given a day
    around   what stands around such words, and changes nothing of them

Each reads one line, knows no other room and nothing that is stored, and says None where the line is about something
else. What is done with what it says is the matter of the conversation.
"""
