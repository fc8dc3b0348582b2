"""From revenue to leads to sessions: the pipeline calculator, pure arithmetic without rounding.

The conventions, each of which changes the answer: month-end MRR; churn on opening MRR; a customer signed in month t
pays at the end of t and does not churn in t; a lead of month s closes in s + L, L being the sales cycle in months.
"""
