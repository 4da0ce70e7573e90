"""What a return may not show: names, private notes, and where all share it what is exempt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from inside_files import all_said
from secret_plan import TODAY, SecretPlan, a_secret_plan

from send_actions.papers.return_making import ReturnMaker, folder_of
from send_actions.store.reader import open_reader, read_plan


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> SecretPlan:
    plan = a_secret_plan(tmp_path_factory.mktemp("secret"))
    plan.kept.store.close()
    return plan


@pytest.fixture(scope="module")
def maker(secret: SecretPlan) -> Iterator[ReturnMaker]:
    with closing(open_reader(str(secret.kept.place))) as reader:
        yield ReturnMaker(reader, read_plan(reader, TODAY))


def test_a_shared_return_shows_nothing_that_is_not_for_everybody(
    secret: SecretPlan, maker: ReturnMaker
) -> None:
    shared = maker.shared()
    assert shared.left_out
    words = all_said(shared.content)
    assert secret.seen in words
    assert [mark for mark in (*secret.names, *secret.never) if mark in words] == []


def test_no_return_names_anybody_or_shows_what_was_noted_privately(
    secret: SecretPlan, maker: ReturnMaker
) -> None:
    for made in maker.of_each():
        words = all_said(made.content)
        assert [mark for mark in secret.names if mark in words] == []


def test_the_same_plan_makes_the_same_bytes(maker: ReturnMaker) -> None:
    assert maker.shared().content == maker.shared().content
    assert [one.content for one in maker.of_each()] == [one.content for one in maker.of_each()]


def test_a_file_is_named_by_role_and_organisation_each_its_own(maker: ReturnMaker) -> None:
    made = maker.of_each()
    assert [one.name for one in made if one.to == "Head of Therapies, NHS trust"] == [
        "return-head-of-therapies-nhs-trust.xlsx"
    ]
    plan = maker.plan
    assert len(folder_of(plan, [*made, *made])) == 1 + 2 * len(made)
