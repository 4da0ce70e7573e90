"""The nouns of a plan as they stand on one date: frozen values, each as `State(as_at, record)` gives it."""

from send_actions.domain.plan.entities import (
    Action,
    Area,
    Deadline,
    Due,
    Judgement,
    Meeting,
    Minute,
    Owner,
    Paper,
    Step,
    Timeline,
    Update,
    in_order,
)
from send_actions.domain.plan.evidence import (
    Comparator,
    Evidence,
    Finding,
    Measure,
    Milestone,
    Reading,
    Source,
)
from send_actions.domain.plan.plan import Change, Difference, Plan, Said, Statuses

__all__ = ["Action", "Area", "Change", "Comparator", "Deadline", "Difference", "Due", "Evidence", "Finding"]
__all__ += [
    "Judgement",
    "Measure",
    "Meeting",
    "Milestone",
    "Minute",
    "Owner",
    "Paper",
    "Plan",
    "Reading",
    "Said",
    "Source",
    "Statuses",
]
__all__ += ["Step", "Timeline", "Update", "in_order"]
