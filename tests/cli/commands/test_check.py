from __future__ import annotations

from running import Run


def test_json_gives_code_ref_area_and_reason(run: Run) -> None:
    ran = run("check", "--json", "--code", "overdue")
    assert (ran.document["kind"], ran.document["count"]) == ("checks", 16)
    assert ran.items[0] == {
        "code": "overdue",
        "ref": "12.2",
        "area": "12",
        "message": "Due 31 December 2025, 90 days ago; off track; first due 30 September 2025.",
    }


def test_a_question_about_no_action_has_no_ref(run: Run) -> None:
    (item,) = run("check", "--json", "--code", "finding-unanswered").items
    assert item["ref"] is None
    assert item["area"] is None


def test_a_check_fails_only_when_asked_to(run: Run) -> None:
    assert run("check").code == 0
    strict = run("check", "--strict")
    assert (strict.code, strict.out, strict.err) == (1, run("check").out, run("check").err)
    assert run("check", "--strict", "--code", "no-lead").code == 0


def test_a_wrong_code_is_named_with_the_nearest(run: Run) -> None:
    ran = run("check", "--code", "overdu")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean overdue?" in ran.err


def test_plain_says_where_which_and_why_in_a_line(run: Run) -> None:
    lines = run("check", "--plain", "--code", "overdue").out.splitlines()
    assert (
        lines[0]
        == "12.2: overdue: Due 31 December 2025, 90 days ago; off track; first due 30 September 2025."
    )


def test_a_screen_has_the_questions_under_their_headings(run: Run) -> None:
    lines = run("check").out.splitlines()
    assert lines[0] == "On track past the due date (3)  green-but-overdue"
    assert lines[1].startswith("  ")


def test_how_far_the_plan_is_kept_up_stands_beside_all_questions_with_its_sum(run: Run) -> None:
    said = "Kept up: 86%, 101 of 117 (updates 48 of 57, reasons 22 of 22, paths 15 of 22, readings 16 of 16)."
    assert run("check").err.rstrip().endswith(said)
    assert said in run("check", "--plain").err
    assert "Kept up" not in run("check", "--code", "overdue").err
