"""Portfolio and rules to findings; returns values, prints nothing."""
