"""Which reports there are, how their files are called, and whether they can do without gaps."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One report, by the name under which commands and addresses ask for it."""

    name: str
    file: str
    """The Dutch word for it in the name of a file, whatever its language and format."""
    can_leave_out_gaps: bool = False
    """Whether it still says what it is for when it is silent about what is missing."""

    def file_name(self, programme: str, extension: str, revision: int | None = None) -> str:
        """Return how the file with the report is called, with its revision if that is not now's."""
        earlier = f"-revisie-{revision}" if revision else ""
        return f"{programme}-{self.file}{earlier}.{extension}"


WERKBLAD = Kind("werkblad", "werkblad", can_leave_out_gaps=True)
SUMMARY = Kind("summary", "samenvatting", can_leave_out_gaps=True)
GAPS = Kind("gaps", "verbeterpunten")
TIDIER = Kind("tidier", "tidier")
RESEARCH = Kind("research", "onderzoeksblad")
INTERVIEW = Kind("interview", "gesprekslijst")

LETTER = Kind("letter", "adviesbrief")
COMMENTS = Kind("comments", "werkblad-met-opmerkingen")
ADVICE_KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (LETTER, COMMENTS)}
"""What is made of a description together with the advice on it; Word is what people ask for."""

KINDS: Mapping[str, Kind] = {
    kind.name: kind for kind in (WERKBLAD, SUMMARY, GAPS, TIDIER, RESEARCH, INTERVIEW)
}
"""All reports, in the order in which they are offered."""
