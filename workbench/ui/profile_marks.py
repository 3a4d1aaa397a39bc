"""Small pieces of the screens about level, research and conversation, as safe HTML."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from workbench.domain.wording import Texts
from workbench.ui.profile_views import (
    KnownView,
    OutcomeView,
    RecognitionView,
    TopicView,
)


def rung(name: str, disclaimer: str, seen: str) -> None:
    """Draw on which rung a description seems to stand, and what that does not say."""
    st.html(
        f'<div class="rung"><p class="level-name">{escape(name)}</p>'
        f'<p class="disclaimer">{escape(disclaimer)}</p><p class="quiet">{escape(seen)}</p></div>'
    )


def outcome(view: OutcomeView) -> None:
    """Draw one outcome with its level and its studies."""
    st.html(
        f'<div class="judged"><h3>{escape(view.name)}</h3><p>{_chip(view.label)}</p>'
        f'<p class="quiet">{escape(view.counting)}</p>{_lines(view.studies)}</div>'
    )


def recognition(view: RecognitionView) -> None:
    """Draw one judgement of a committee: level, about what, by whom, and how it stands now."""
    facts = escape(" · ".join(view.facts))
    st.html(
        f'<div class="judged"><h3>{escape(view.label)}</h3><p>{escape(view.about)}</p>'
        f"<p>{_chip(view.state, '' if view.holds else 'chip-past')}</p>"
        f'<p class="quiet">{facts}</p></div>'
    )


def _chip(text: str, kind: str = "") -> str:
    return f'<span class="chip {kind}">{escape(text)}</span>'


def _lines(lines: Iterable[str]) -> str:
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{rows}</ul>" if rows else ""


def counted(*sentences: str) -> None:
    """Draw a count with what it means, one sentence per line, the count first."""
    first, *others = (escape(sentence) for sentence in sentences)
    rest = "".join(f'<p class="quiet">{sentence}</p>' for sentence in others)
    st.html(f'<div class="counted"><p class="level-name">{first}</p>{rest}</div>')


def there(title: str, answered: Iterable[str]) -> None:
    """Draw which questions of a point are answered."""
    st.html(
        f'<div class="there"><p class="field-label">{escape(title)}</p>{_lines(answered)}</div>'
    )


def known(sections: Sequence[KnownView], say: Texts) -> None:
    """Draw per section how much is on paper and how much in heads, and what that rests on."""
    names = ("ui.interview.section", "ui.interview.where", "ui.interview.basis")
    head = "".join(f'<th scope="col">{escape(say(name))}</th>' for name in names)
    rows = "".join(
        f'<tr><th scope="row">{escape(one.label)}</th><td>{escape(one.marked)}</td>'
        f"<td>{escape(one.basis)}</td></tr>"
        for one in sections
    )
    caption = escape(say("ui.interview.known"))
    st.html(
        f'<table class="known"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def topic(view: TopicView) -> None:
    """Draw one answer to talk about: where, what was said so far, and questions that help."""
    said = f'<blockquote class="own-words">{escape(view.said)}</blockquote>' if view.said else ""
    basis = f'<p class="quiet">{escape(view.basis)}</p>' if view.basis else ""
    asked = _lines(view.questions)
    st.html(f'<div class="topic"><h3>{escape(view.where)}</h3>{said}{basis}{asked}</div>')
