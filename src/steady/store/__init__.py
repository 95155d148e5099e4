"""What Steady remembers: places, exercises, settings, the log. Knows nothing of screens or sound."""
