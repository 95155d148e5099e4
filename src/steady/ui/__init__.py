"""What Steady looks like. The only part that knows Qt; the terminal would still breathe without it."""
