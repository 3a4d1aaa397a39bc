"""Small pieces of the page that Streamlit has no widget for, as safe HTML."""

import re
from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from workbench.domain.wording import Texts
from workbench.ui.views import (
    Bar,
    CardView,
    ClearedView,
    FindingView,
    Help,
    NoteView,
    ProgrammeCard,
    Remark,
)


def css_key(key: str) -> str:
    """Return the class name, without `st-key-`, that Streamlit makes of a container's key."""
    return re.sub(r"[^a-zA-Z0-9_-]", "-", key)


def eyebrow(text: str) -> None:
    """Draw a small line above a title."""
    st.html(f'<p class="eyebrow">{escape(text)}</p>')


def status(text: str) -> None:
    """Draw the line in which a screen reader hears that something was saved."""
    st.html(f'<p class="saved" role="status">{escape(text)}</p>')


def meter(share: float, said: str) -> None:
    """Draw how full something is, as a bar with the same in words."""
    width = round(100 * min(1.0, max(0.0, share)))
    st.html(
        f'<div class="meter"><div class="meter-track" aria-hidden="true">'
        f'<div class="meter-fill" style="width:{width}%"></div></div>'
        f'<p class="meter-said">{escape(said)}</p></div>'
    )


def strip(bars: Sequence[Bar], title: str, said: str) -> None:
    """Draw how full each section is: one small column per section, and a list for the ear."""
    columns = "".join(
        f'<li title="{escape(bar.label)}: {escape(bar.said)}">'
        f'<span class="strip-track" aria-hidden="true">'
        f'<span class="strip-fill" style="height:{round(100 * bar.share)}%"></span></span>'
        f'<span class="for-ear">{escape(bar.label)}: {escape(bar.said)}</span></li>'
        for bar in bars
    )
    st.html(
        f'<ul class="strip" aria-label="{escape(title)}">{columns}</ul>'
        f'<p class="quiet">{escape(said)}</p>'
    )


def about(path: str, guide: str, saved: str, remarks: Sequence[Remark]) -> None:
    """Draw the guide, the time of saving and the findings that belong to a field."""
    findings = "".join(
        f'<p class="remark remark-{escape(r.severity)}">{escape(r.message)} '
        f"<span>{escape(r.remedy)}</span></p>"
        for r in remarks
    )
    line = f'<span>{escape(guide)}</span><span class="when">{escape(saved)}</span>'
    st.html(
        f'<div class="about" id="{css_key("about/" + path)}" data-describes="1">'
        f"<p>{line}</p>{findings}</div>"
    )


def state_line(key: str) -> None:
    """Draw the place where the page says how a text that is being typed stands."""
    st.html(f'<div class="about" id="{css_key(key)}"><p><span class="when"></span></p></div>')


def card_head(number: int, card: CardView) -> None:
    """Draw the head of an item: its place in the list, its heading, its facts and its origin."""
    origin = f"<p>{escape(card.origin)}</p>" if card.origin else ""
    st.html(
        f'<div class="card-head"><h4><span class="number">{number}</span>'
        f'<span class="heading">{escape(card.heading)}</span></h4>'
        f"<p>{escape(card.facts)}</p>{origin}</div>"
    )


def group_label(label: str) -> None:
    """Draw the label of a question that has several fields; the page reads it with each of them."""
    st.html(f'<p class="field-label" data-groups="1">{escape(label)}</p>')


def marked(words: Sequence[str]) -> None:
    """Draw what is known about an answer, if anything is."""
    if words:
        st.html(f'<p class="marked">{escape(" · ".join(words))}</p>')


def noted(note: NoteView, texts: Texts) -> None:
    """Draw where an answer stands, who knows it, and how far it is."""
    said = [texts(f"ui.knowledge.{note.knowledge}")] if note.knowledge else []
    if note.basis:
        labels = dict(note.bases)
        rests = ", ".join(labels.get(code, code).lower() for code in note.basis)
        said.append(texts("ui.interview.rests", basis=rests))
    said += [note.source] if note.source else []
    said += [texts(f"ui.status.{note.status}")] if note.status else []
    said += [texts("ui.mark.outdone", reason=note.not_applicable)] if note.outdone else []
    marked(said)


def reading(label: str, answer: str) -> None:
    """Draw a question with its answer for somebody who may only read."""
    st.html(
        f'<div class="reading"><h3>{escape(label)}</h3>'
        f'<p class="own-words">{escape(answer)}</p></div>'
    )


def explanation(view: Help, texts: Texts) -> None:
    """Draw why something is asked, what assessors look for, and two examples."""
    st.html(
        '<div class="explanation">'
        f"<h4>{escape(texts('ui.help.why'))}</h4><p>{escape(view.why)}</p>"
        f"<h4>{escape(texts('ui.help.assessors'))}</h4><p>{escape(view.assessors)}</p>"
        f'<div class="good"><h4>{escape(texts("ui.help.good"))}</h4>'
        f"<p>{escape(view.good)}</p></div>"
        f'<div class="weak"><h4>{escape(texts("ui.help.weak"))}</h4>'
        f"<p>{escape(view.weak)}</p></div>"
        "</div>"
    )


def problems(sentences: Iterable[str]) -> None:
    """Draw what is wrong with a file, one line per problem."""
    lines = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    st.html(f'<ul class="problems">{lines}</ul>')


def shared(institution: str, title: str, which: str) -> None:
    """Draw the head of a shared programme: of whom it is, its name, and what is shared of it."""
    st.html(
        f'<div class="programme"><p class="eyebrow">{escape(institution)}</p>'
        f'<h3>{escape(title)}</h3><p class="quiet">{escape(which)}</p></div>'
    )


def programme(card: ProgrammeCard) -> None:
    """Draw the head of a programme's card: name, institution, status, level, last change."""
    facts = "".join(
        f'<span class="chip">{escape(fact)}</span>' for fact in (card.status, card.level) if fact
    )
    st.html(
        f'<div class="programme"><p class="eyebrow">{escape(card.institution)}</p>'
        f"<h3>{escape(card.title)}</h3><p>{facts}</p>"
        f'<p class="quiet">{escape(card.disclaimer)}</p>'
        f'<p class="quiet">{escape(card.changed)}</p></div>'
    )


def finding(view: FindingView) -> None:
    """Draw where something was found, what it is, what to do, and on which source that rests."""
    st.html(
        f'<div class="finding finding-{escape(view.severity)}">'
        f'<p class="eyebrow">{escape(view.place)}</p><p><strong>{escape(view.message)}</strong></p>'
        f"<p>{escape(view.remedy)}</p>"
        f'<p class="quiet">{escape(view.rule)} · {escape(view.source)}</p></div>'
    )


def cleared(view: ClearedView, why: str) -> None:
    """Draw words that look like personal data, why they are none, and who recorded that when."""
    st.html(
        f'<div class="finding"><p class="eyebrow">{escape(view.finding.place)}</p>'
        f"<p><strong>{escape(view.finding.message)}</strong></p>"
        f'<p class="own-words">{escape(why)} {escape(view.reason)}</p>'
        f'<p class="quiet">{escape(view.by)}</p></div>'
    )


def filled(bars: Sequence[Bar], title: str) -> None:
    """Draw how far each section is, in words and as a bar."""
    rows = "".join(
        f'<tr><th scope="row">{escape(bar.label)}</th><td>{escape(bar.said)}</td>'
        f'<td aria-hidden="true"><div class="meter-track"><div class="meter-fill" '
        f'style="width:{round(100 * bar.share)}%"></div></div></td></tr>'
        for bar in bars
    )
    st.html(f'<table class="filled"><caption>{escape(title)}</caption>{rows}</table>')
