"""The kinds of steps, each in a file of its own: what a person presses, writes, watches or chooses below a thought."""
