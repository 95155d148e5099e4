"""A second front end on the same core: the guide in a terminal, or as lines in a pipe."""
