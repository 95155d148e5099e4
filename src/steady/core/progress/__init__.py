"""What a person can look back on: pure folds over what the log counts by day. No score, no total of signs, no cause."""
