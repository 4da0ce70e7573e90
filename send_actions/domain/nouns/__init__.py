"""The nouns of a plan as they stand on one date: frozen values, each as `State(as_at, record)` gives it."""

from send_actions.domain.nouns.actions import (
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
from send_actions.domain.nouns.boards import Finding, Meeting, Minute, Source
from send_actions.domain.nouns.changes import Change, Difference
from send_actions.domain.nouns.measures import Comparator, Evidence, Measure, Milestone, Reading
from send_actions.domain.nouns.plan import Plan

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
