"""The workbench in which institutions describe and substantiate their care programmes."""

__version__ = "0.1.0"
