"""A document as a draft of an e-mail (.eml), which a mail program opens to be read over and sent."""

from __future__ import annotations

from dataclasses import replace
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from send_actions.reports.document import Document
from send_actions.reports.formats import plain_text
from send_actions.reports.formats.text_lines import one_line


def render(document: Document) -> bytes:
    """The whole draft; the same document gives the same bytes.

    It bears no sender, day or id of its own: the program that sends it knows them. Its title is its subject
    and is not said again below. Its stamp is in its head, for it is no word to whom it is sent. Nothing in
    the paper can become another line of its head.
    """
    draft = EmailMessage(SMTP)
    draft["X-Unsent"] = "1"  # by which Outlook knows a draft
    to = _address(document.recipient)
    if to:
        draft["To"] = to
    draft["Subject"] = one_line(document.title) or "Paper"
    if document.stamp:
        # To a shell the same, for only in quotes can it stand; to a mail program no word of another coding.
        draft["Keywords"] = one_line(document.stamp.keywords).replace("=?", "=''?")
        document = replace(document, stamp=None, blocks=document.blocks[:-1])
    draft.set_content(plain_text.render(replace(document, title="")), charset="utf-8", cte="quoted-printable")
    draft["Content-Language"] = document.language
    return draft.as_bytes()


def _address(typed: str) -> Address | None:
    """The address of one person, or nothing where the words are none."""
    try:
        address = Address(addr_spec=typed.strip())
    except (MessageError, ValueError, IndexError):
        return None
    is_plain = typed.isascii() and typed.isprintable()
    return address if is_plain and address.username and address.domain else None
