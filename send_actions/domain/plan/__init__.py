"""The nouns of a plan as they stand on one date: frozen values, each as `State(as_at, record)` gives it."""

from send_actions.domain.plan.actions import (
    Action,
    Area,
    Deadline,
    Due,
    Judgement,
    Owner,
    Timeline,
    Update,
    in_order,
)
from send_actions.domain.plan.boards import Finding, Meeting, Minute, Source
from send_actions.domain.plan.changes import Change, Difference
from send_actions.domain.plan.measures import Comparator, Evidence, Measure, Milestone, Reading
from send_actions.domain.plan.plan import Plan

__all__ = [
    "Action",
    "Area",
    "Change",
    "Comparator",
    "Deadline",
    "Difference",
    "Due",
    "Evidence",
    "Finding",
    "Judgement",
    "Measure",
    "Meeting",
    "Milestone",
    "Minute",
    "Owner",
    "Plan",
    "Reading",
    "Source",
    "Timeline",
    "Update",
    "in_order",
]
