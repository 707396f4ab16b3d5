"""Benches print figures and never fail a run: speed is measured, not asserted."""
