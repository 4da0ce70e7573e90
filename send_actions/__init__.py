"""send-actions: an action-plan tracker for SEND improvement leads."""

from typing import Final

__version__: Final = "0.1.0.dev0"
