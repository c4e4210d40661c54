"""Every flow that is broken off, by name."""

import flows_copies
import flows_keys
import flows_work
from flow import FLOWS, PASSWORD, Flow, Session

__all__ = ["FLOWS", "PASSWORD", "Flow", "Session", "flows_copies", "flows_keys", "flows_work"]
