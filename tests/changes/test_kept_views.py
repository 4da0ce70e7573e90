"""Views kept with a plan: one record each, taken back as any change, and no name for two."""

from __future__ import annotations

import pytest
from kept_plans import KeptPlan, there

from send_actions.changes.kept_views import add_view, remove_view, revise_view
from send_actions.changes.undo import undo
from send_actions.domain.filters.named_views import NamedView
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.reader import open_reader
from send_actions.store.view_reader import read_kept_views


def views_of(kept: KeptPlan) -> list[NamedView]:
    reader = open_reader(kept.place)
    try:
        return list(read_kept_views(reader))
    finally:
        reader.close()


def test_a_view_is_kept_renamed_and_removed_each_as_one_record(kept: KeptPlan) -> None:
    added = there(add_view(kept.store, "Late health", " org:ICB overdue ", **kept.by()))
    (view,) = views_of(kept)
    assert (added.label, view.name, view.terms) == (
        "Keep the view Late health: org:ICB overdue",
        "Late health",
        "org:ICB overdue",
    )
    assert add_view(kept.store, "Late health", "org:ICB overdue", **kept.by()) is None

    renamed = there(revise_view(kept.store, view.id, {"name": "Health, late"}, **kept.by()))
    changed = there(revise_view(kept.store, view.id, {"filter": "org:ICB"}, **kept.by("Ben")))
    assert [one.label for one in (renamed, changed)] == [
        "Rename the view Late health to Health, late",
        "Change the view Health, late: org:ICB",
    ]
    removed = there(remove_view(kept.store, view.id, **kept.by()))
    assert (removed.label, views_of(kept)) == ("Remove the view Health, late", [])

    undo(kept.store, **kept.by())
    assert [(one.name, one.terms) for one in views_of(kept)] == [("Health, late", "org:ICB")]


@pytest.mark.parametrize(
    ("name", "terms", "refusal"),
    [
        ("Overdue", "area:3", "overdue is a view that every plan has: give this one another name."),
        ("late  HEALTH", "area:3", "There is a view called Late health already: give this one another name."),
        (" ", "area:3", "The view has no name: give it one in a word or two."),
        ("Mine", " ", "A view shows what a filter chooses: name one, such as status:red area:3."),
        ("Mine", "statsu:red", 'No filter word "statsu:": did you mean status:?'),
    ],
)
def test_a_view_needs_a_name_of_its_own_and_a_filter_that_is_understood(
    kept: KeptPlan, name: str, terms: str, refusal: str
) -> None:
    there(add_view(kept.store, "Late health", "org:ICB overdue", **kept.by()))
    with pytest.raises((SendActionsError, UsageError)) as refused:
        add_view(kept.store, name, terms, **kept.by())
    assert str(refused.value) == refusal
    assert len(views_of(kept)) == 1


def test_a_view_may_be_written_otherwise_and_not_as_another_is(kept: KeptPlan) -> None:
    there(add_view(kept.store, "Late health", "org:ICB", **kept.by()))
    there(add_view(kept.store, "Schools", "org:LA", **kept.by()))
    first = views_of(kept)[0]
    there(revise_view(kept.store, first.id, {"name": "late Health"}, **kept.by()))
    with pytest.raises(SendActionsError, match="There is a view called Schools already"):
        revise_view(kept.store, first.id, {"name": "schools"}, **kept.by())
