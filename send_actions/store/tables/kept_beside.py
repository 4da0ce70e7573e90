"""The tables of who leads, of the legend, and of what is kept with a plan: papers, views, files."""

from datetime import date

from sqlmodel import Field

from send_actions.domain.plan.vocabulary import Status
from send_actions.store.tables.row import Row, enum_column, text_column, unique_in_plan


class Legend(Row, table=True):
    """How this plan shows one status, where it differs from the default."""

    __table_args__ = (unique_in_plan("legend_status_living", "status"),)

    on: date
    status: Status = enum_column(Status, required=True)
    colour: str = text_column()
    word: str = text_column()
    definition: str = text_column()
    used: bool = True


class Owner(Row, table=True):
    """A role in an organisation, with a name and an e-mail address that stay out of papers.

    So do who stands in, and until when the owner is away.
    """

    role: str = text_column()
    organisation: str = text_column()
    name: str = text_column()
    email: str = text_column()
    deputy: str = text_column()
    away_until: date | None = None


class Paper(Row, table=True):
    """A paper that was issued: which kind, as at which date and record, for whom, and its bytes' digest."""

    on: date
    kind: str = text_column()
    as_at: date
    record: int
    audience: str = text_column()
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    digest: str = text_column()


class Chase(Row, table=True):
    """Whether an owner was asked, chased and answered before a meeting, of one action or of all of theirs.

    Asked of an action and not answered: no update was received. One that nobody leads has no owner.
    """

    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    owner_id: int | None = Field(default=None, foreign_key="owner.id")
    action_id: int | None = Field(default=None, foreign_key="action.id")
    asked_on: date | None = None
    chased_on: date | None = None
    answered_on: date | None = None


class SavedView(Row, table=True):
    """A filter kept under a name."""

    __tablename__ = "saved_view"

    name: str = text_column()
    filter: str = text_column()


class ImportedFile(Row, table=True):
    """A file that was brought in: what it spoke of and the digest of what it said, to know it again."""

    __tablename__ = "imported_file"

    on: date
    name: str = text_column()
    digest: str = text_column()


class ImportMapping(Row, table=True):
    """How the columns of a council's own file are read, kept with the plan and used again."""

    __tablename__ = "import_mapping"

    name: str = text_column()
    mapping: str = text_column()
