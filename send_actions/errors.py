"""What can go wrong, each as one sentence for the person at the keyboard."""


class SendActionsError(Exception):
    """A refusal: its text says what happened and what to do next (exit code 1)."""


class UsageError(SendActionsError):
    """Words that could not be understood: a wrong ref, status, date or filter word (exit code 2)."""


class EditConflictError(SendActionsError):
    """Someone else saved first; `thing` names what they changed and `theirs` what it says now, by field."""

    def __init__(self, message: str, *, thing: str, theirs: dict[str, str]) -> None:
        super().__init__(message)
        self.thing = thing
        self.theirs = theirs
