"""What the commands end with."""

OK, FAULTS, USAGE = 0, 1, 2  # argparse uses 2 for a bad call too
