"""Signals in text, with the word lists behind them: one module a signal, one folder of lists a language."""
