"""A problem is told as where, what and what to do, in the words of the questions."""

from workbench.domain.problems import Problem
from workbench.domain.sentences import explained, sentence
from workbench.domain.template import Template


def test_a_problem_names_file_line_question_and_remedy(words):
    template = words.template
    path, _, question = next(found for found in template.walk() if "*" not in found[0])
    problem = Problem("wants_text", path, 14, {"found": "number"})
    told = sentence(problem, words.texts["nl"], template, "programmes/voorbeeld/kompas.yaml")
    assert told == (
        f"programmes/voorbeeld/kompas.yaml, regel 14, ‘{question.label['nl']}’ ({path}): "
        "hier hoort tekst, maar er staat een getal. "
        "Schrijf één tekst, en zet aanhalingstekens om een tekst die op een getal lijkt."
    )


def test_without_a_place_the_sentence_stands_alone(words):
    problem = Problem("too_large", values={"megabytes": 5})
    assert sentence(problem, words.texts["nl"], words.template) == explained(
        problem, words.texts["nl"]
    )


def test_a_path_the_template_does_not_know_is_named_as_it_is(words):
    nothing = Template(version="1", chapters=(), sections=(), options={})
    problem = Problem("unknown_field", "titel", 3, {"field": "titel"})
    assert sentence(problem, words.texts["en"], nothing).startswith("line 3, titel: there is no")


def test_a_problem_in_a_note_names_the_answer_it_is_about(words):
    path, _, question = next(found for found in words.template.walk() if "*" not in found[0])
    problem = Problem("wants_text", f"about.{path}.source", 3, {"found": "list"})
    told = sentence(problem, words.texts["nl"], words.template)
    assert told.startswith(
        f"regel 3, wat je zei over ‘{question.label['nl']}’ (about.{path}.source):"
    )
