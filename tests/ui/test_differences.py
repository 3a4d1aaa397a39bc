"""What differs between two texts can be seen without colour, and heard."""

from workbench.ui.differences import AROUND, marked

LONG = "een zin die bleef staan. " * 60


def test_words_that_went_and_came_are_marked_for_eye_and_ear(words):
    shown = marked("Wij wonen hier", "Wij werken hier", words.texts["nl"])
    assert '<del><span class="for-ear">[weg: </span>wonen<' in shown
    assert '<ins><span class="for-ear">[nieuw: </span>werken<' in shown
    assert shown.index("<del>") < shown.index("<ins>")


def test_what_people_typed_stays_text(words):
    shown = marked("<b>oud</b>", "<script>nieuw</script>", words.texts["nl"])
    assert "<b>" not in shown
    assert "<script>" not in shown


def test_a_long_text_shows_only_what_stands_around_a_change(words):
    old, new = f"{LONG}oud {LONG}", f"{LONG}nieuw {LONG}"
    shown = marked(old, new, words.texts["nl"])
    assert len(shown) < 4 * AROUND + 300
    assert " … " in shown
    assert LONG.strip() in marked(old, new, words.texts["nl"], whole=True)
    assert marked("", LONG, words.texts["nl"]).count("zin") == LONG.count("zin")
