"""The losses series: the General Staff's counts by the day and its corrections, and what Oryx has proof of."""
