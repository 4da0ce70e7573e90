"""Eighteen areas for improvement that a self-evaluation can start from: a template, not a limit."""

from __future__ import annotations

from typing import Final

from send_actions.domain.drafts import AreaDraft
from send_actions.domain.plan.vocabulary import THEME_PRESETS

_IDENTIFY, _ASSESS, _IMPROVE = THEME_PRESETS["inspection questions"]

EIGHTEEN_AREAS: Final = tuple(
    AreaDraft(number=str(number), title=title, theme=theme)
    for number, (theme, title) in enumerate(
        (
            (_IDENTIFY, "Early identification, birth to five"),
            (_IDENTIFY, "SEN support and the graduated approach in mainstream schools"),
            (_IDENTIFY, "Autism and ADHD assessment pathway"),
            (_IDENTIFY, "Shared data and self-evaluation"),
            (_IDENTIFY, "Profile and content of the Local Offer"),
            (_ASSESS, "Timeliness of education, health and care needs assessments"),
            (_ASSESS, "Quality of education, health and care plans"),
            (_ASSESS, "Annual reviews"),
            (_ASSESS, "Occupational therapy pathway"),
            (_ASSESS, "Speech and language therapy"),
            (_ASSESS, "Emotional wellbeing and mental health"),
            (_ASSESS, "Joint commissioning and the range of provision"),
            (_ASSESS, "Co-production and communication with families"),
            (_IMPROVE, "Lived experience felt by all families, across the area"),
            (_IMPROVE, "Children in care and care leavers with SEND"),
            (_IMPROVE, "Preparing for adulthood: planning, health and care moves"),
            (_IMPROVE, "Preparing for adulthood: training, work and a home"),
            (_IMPROVE, "Attendance, exclusion and achievement"),
        ),
        start=1,
    )
)
