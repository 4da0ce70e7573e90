"""Plain text and drafts of e-mails: what is pasted or sent reads as it stands, and nothing typed acts."""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.sample_paper import the_paper

from send_actions.domain.text import clean
from send_actions.papers.request import PaperRequest
from send_actions.papers.stamped_command import find_stamp
from send_actions.reports.audience import Audience
from send_actions.reports.document import (
    Block,
    Document,
    Heading,
    Number,
    NumberedList,
    Paragraph,
    StatusMark,
    Strong,
    Table,
    bullets,
    text_of,
)
from send_actions.reports.formats import email_draft, plain_text
from send_actions.reports.output import encode, format_of
from send_actions.reports.reading.plain_seen import see_email
from send_actions.reports.stamp import stamped

RED = StatusMark("■", "R", "Off track", "red")


def a_document(*blocks: Block, title: str = "Chase list", recipient: str = "") -> Document:
    return Document(
        title, (("As at", "31 March 2026"),), blocks, as_at=date(2026, 3, 31), recipient=recipient
    )


def read_draft(document: Document) -> EmailMessage:
    draft = message_from_bytes(email_draft.render(document), policy=default)
    assert isinstance(draft, EmailMessage)
    return draft


def test_a_paper_reads_as_it_stands() -> None:
    paper = a_document(
        Heading(2, "Asked"),
        Paragraph((Strong("Please:"), " reply\nby Friday")),
        NumberedList((text_of("Agree the date."), text_of("Fund it\nby April"))),
        Heading(3, "Also"),
        bullets("One", "Two"),
        Table("Counts", ("Status", "Now"), ((RED, Number(6, "6")), ("All actions", Number(78, "78")))),
    )
    assert plain_text.render(paper) == (
        "Chase list\n\nAs at: 31 March 2026\n\n\nAsked\n\nPlease: reply\nby Friday\n\n"
        "1. Agree the date.\n2. Fund it\n   by April\n\nAlso\n\n- One\n- Two\n\n"
        "Table 1. Counts\nStatus         Now\n■ R Off track    6\nAll actions     78\n"
    )


def test_a_wide_table_says_in_each_row_what_each_cell_is() -> None:
    long = "Agree who pays for sensory and equipment assessments, and from when"
    table = Table("Owed", ("Action", "Status"), ((f"9.2 {long}\nLead: ICB", RED),))
    assert plain_text.render(a_document(table)).splitlines()[-1] == (
        f"- Action: 9.2 {long} / Lead: ICB; Status: ■ R Off track"
    )


def test_no_line_is_broken_or_marked_up() -> None:
    long = "word " * 200
    told = plain_text.render(a_document(text_of(long), text_of("*a* _b_ <c> # d | e")))
    assert long.strip() in told.splitlines()
    assert "*a* _b_ <c> # d | e" in told


def test_a_draft_is_one_that_mail_programs_open_to_be_sent() -> None:
    draft = read_draft(a_document(bullets("Reply by 8 April"), recipient="lead@example.org"))
    assert (draft["X-Unsent"], draft["Subject"], draft["To"]) == ("1", "Chase list", "lead@example.org")
    assert (draft.get_content_type(), draft.get_content_charset()) == ("text/plain", "utf-8")
    assert (draft["Date"], draft["Message-ID"], draft["From"]) == (None, None, None)
    assert "- Reply by 8 April" in draft.get_content()


def test_the_body_of_a_draft_is_the_plain_text_below_the_title_which_is_its_subject() -> None:
    draft = read_draft(the_paper())
    told = draft.get_content().replace("\r\n", "\n")
    assert f"{draft['Subject']}\n\n{told}" == plain_text.render(the_paper())


@given(
    st.one_of(
        st.text(st.characters(codec="utf-8"), max_size=60),
        st.text(st.sampled_from("a'  |=?é日🎉_\\"), max_size=120),
        st.sampled_from(["x" * 500, "日本" * 90, "=?utf-8?q?x?=", "Head of SEND, LA"]),
    )
)
def test_the_stamp_of_a_draft_is_in_its_head_and_found_there(typed: str) -> None:
    request = PaperRequest("owner", Audience.INTERNAL, (("who", clean(typed, one_line=True)),))
    paper = stamped(a_document(text_of("Please reply.")), request.command_at(date(2026, 3, 31), 216))
    assert paper.stamp
    content = email_draft.render(paper)
    body = read_draft(paper).get_content()
    assert "Please reply." in body
    assert ("To make this paper again" in body, paper.stamp.digest in body) == (False, False)
    seen = see_email(content, "chase.eml")
    assert not any(paper.stamp.digest in line for line in seen.lines)
    found = find_stamp([seen.keywords])
    assert found
    assert found.digest == paper.stamp.digest
    assert shlex.split(found.command) == shlex.split(paper.stamp.command)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "no address",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org, b@example.org",
        "Bcc: a@example.org",
        "a@",
        "@example.org",
        '"x\ny"@example.org',
        "é@example.org",
        "a@example.org\x00",
    ],
)
def test_what_is_no_one_address_is_left_out(typed: str) -> None:
    draft = read_draft(a_document(recipient=typed))
    assert draft["To"] is None
    assert draft["Bcc"] is None


HEADERS = [
    "X-Unsent",
    "Subject",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
    "Content-Language",
]


@given(
    st.one_of(
        st.text(max_size=40),
        st.text(st.sampled_from("a:\r\n \t\x0b\x85\u2028=?é日🎉\x00\ud800"), max_size=90),
        st.sampled_from(["Hello\r\nBcc: b@example.org", "=?utf-8?q?x?=\n\nBody", "x" * 2000, "日本 " * 90]),
    )
)
def test_no_title_or_address_becomes_a_header_or_fails(typed: str) -> None:
    draft = read_draft(a_document(text_of(typed), title=typed, recipient=typed))
    assert [name for name in draft if name != "To"] == HEADERS
    assert "\n" not in str(draft["Subject"])
    for line in email_draft.render(a_document(text_of(typed), title=typed)).splitlines():
        assert len(line) < 998


def test_the_same_paper_has_the_same_bytes() -> None:
    assert email_draft.render(the_paper()) == email_draft.render(replace(the_paper()))


def test_both_go_by_the_endings_of_their_files() -> None:
    assert (format_of("paper.txt"), format_of("paper.EML")) == ("text", "email")
    assert encode(the_paper(), "text") == plain_text.render(the_paper()).encode()
    assert encode(the_paper(), "eml") == email_draft.render(the_paper())
