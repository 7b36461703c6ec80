"""What a person does with a line, but for answering: steering, asking, opening an answer again, talking to others."""
