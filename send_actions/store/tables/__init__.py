"""The schema: SQLModel tables without behaviour, one for each noun of the plan."""

from send_actions.store.tables.actions import (
    Action,
    ActionDependency,
    ActionSupport,
    Area,
    Deadline,
    Judgement,
    ProgressUpdate,
)
from send_actions.store.tables.boards import (
    Comparator,
    Evidence,
    Finding,
    FindingArea,
    Measure,
    Meeting,
    Milestone,
    Minute,
    Reading,
    Source,
)
from send_actions.store.tables.changes import Change, Difference
from send_actions.store.tables.plan import (
    Chase,
    ImportedFile,
    ImportMapping,
    Legend,
    Owner,
    Paper,
    Plan,
    SavedView,
)

__all__ = [
    "Action",
    "ActionDependency",
    "ActionSupport",
    "Area",
    "Change",
    "Chase",
    "Comparator",
    "Deadline",
    "Difference",
    "Evidence",
    "Finding",
    "FindingArea",
    "ImportMapping",
    "ImportedFile",
    "Judgement",
    "Legend",
    "Measure",
    "Meeting",
    "Milestone",
    "Minute",
    "Owner",
    "Paper",
    "Plan",
    "ProgressUpdate",
    "Reading",
    "SavedView",
    "Source",
]
