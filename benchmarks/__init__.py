"""The figures of the design, measured in one run: `python -m benchmarks`."""
