"""The tables and the model that ship, read once for all tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from digest.entities import load_naming
from digest.entities.recognition.linear_model import load_model

if TYPE_CHECKING:
    from digest.entities import Naming, Overrides

NAMING: Final = load_naming()
GAZETTEER: Final = NAMING.gazetteer
MODEL: Final = load_model(GAZETTEER.cues)


def naming(by: Overrides) -> Naming:
    """The naming that ships, with an editor's overrides."""
    return replace(NAMING, overrides=by)
