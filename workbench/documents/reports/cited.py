"""The sources that a report refers to, as its last chapter."""

from collections.abc import Collection, Iterable, Iterator

from workbench.documents.blocks import Block, Bullets, Facts, Paragraph, Table, flat
from workbench.documents.literature import literature_of
from workbench.documents.reports.material import Material
from workbench.rules.mentions import is_cited


def with_sources(
    made_from: Material, body: Iterable[Block], places: Collection[str] = ()
) -> list[Block]:
    """Return a body and the list of the sources chosen at these addresses or named in its words."""
    blocks = list(body)
    words = list(_words(blocks))
    sources = made_from.examined.programme.literature
    named = {source.id for source in sources if is_cited(source, words)}
    return [*blocks, *literature_of(made_from.answers, places, named)]


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every text that was typed, as far as it stands in the blocks."""
    for block in flat(blocks):
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Facts):
            yield from (part.text for _, cell in block.rows for part in cell)
        elif isinstance(block, Table):
            yield from (part.text for row in block.rows for cell in row for part in cell)
