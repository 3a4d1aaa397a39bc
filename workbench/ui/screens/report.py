"""The reports of a programme: which one, a preview, and the file to take away."""

from functools import partial

import streamlit as st

from workbench.actions.desk import Desk, Refused
from workbench.actions.exporting import Export, HeldBack, export
from workbench.documents.formats import FORMATS
from workbench.documents.reports.kinds import KINDS, Kind
from workbench.domain.wording import Language
from workbench.store.protocol import Opened
from workbench.ui import asked, frame, marks, state
from workbench.ui.presenters.check import finding_view
from workbench.ui.serving import desk


def screen() -> None:
    """Draw the chosen report of the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    say = frame.texts()
    frame.head(opened, "report", say("ui.report.title"))
    revision = _revision(opened)
    kind = _chosen(opened)
    st.html(f'<p class="lead">{marks.escape(say(f"ui.report.for.{kind.name}"))}</p>')
    of = (desk(), state.language(), opened, kind.name)
    made = partial(_made, *of, _gaps(opened, kind), revision)
    try:
        preview = made("html").content.decode("utf-8")
    except HeldBack as held:
        _held_back(held, opened)
        return
    except Refused as refused:
        st.error(say(f"action.{refused.key}", **refused.values))
        return
    _downloads(opened, kind, made, revision)
    st.header(say("ui.report.preview"), anchor=False)
    st.iframe(preview, height=900)


def _revision(opened: Opened) -> int | None:
    """Return the revision in the address, and say that the report is of then."""
    asked, say = state.address("revision"), frame.texts()
    if not asked.isdecimal():
        return None
    with st.container(border=True, key="earlier", gap="xsmall"):
        st.html(f"<p>{marks.escape(say('ui.report.earlier', revision=asked))}</p>")
        with st.container(horizontal=True, gap="small"):
            query = frame.address(opened.id, revision=asked)
            frame.link("revision", query, say("ui.report.earlier.look"))
            frame.link("report", frame.address(opened.id), say("ui.report.earlier.now"))
    return int(asked)


def _chosen(opened: Opened) -> Kind:
    """Return the report in the address, or chosen here; the werkblad where there is none."""
    say, report = frame.texts(), state.address("report")
    if report and report not in KINDS:
        st.warning(say("ui.report.unknown"))
    label, of = say("ui.report.which"), str(opened.id)
    names = list(KINDS)
    return KINDS[asked.by_radio("report", of, label, names, lambda n: say(f"ui.report.name.{n}"))]


def _gaps(opened: Opened, kind: Kind) -> bool:
    """Return whether to show what is missing, asked only where a report can do without."""
    if not kind.can_leave_out_gaps:
        return True
    return st.toggle(frame.texts()("ui.report.gaps"), value=True, key=f"gaps/{opened.id}")


def _downloads(opened: Opened, kind: Kind, made: partial[Export], revision: int | None) -> None:
    say = frame.texts()
    with st.container(horizontal=True, gap="small", key="downloads"):
        for name, how in FORMATS.items():
            st.download_button(
                say(f"ui.report.as.{name}"),
                data=partial(_content, made, name),
                file_name=kind.file_name(opened.id.name, how.extension, revision),
                mime=how.mime,
                key=f"download/{kind.name}/{name}",
                type="primary" if name in {"docx", "pdf"} else "secondary",
                on_click="ignore",
            )


def _made(
    here: Desk,
    language: Language,
    opened: Opened,
    report: str,
    gaps: bool,
    revision: int | None,
    form: str,
) -> Export:
    """Return a report; a download is made in a thread that does not know who asks for it."""
    how = {"report": report, "language": language, "gaps": gaps, "revision": revision}
    return export(here, opened.id, form, **how)


def _content(made: partial[Export], form: str) -> bytes:
    return made(form).content


def _held_back(held: HeldBack, opened: Opened) -> None:
    say, here = frame.texts(), desk()
    st.error(say("ui.report.held_back", n=len(held.findings)))
    for finding in held.findings:
        view = finding_view(finding, here.words, state.language())
        with st.container(border=True):
            marks.finding(view)
            query = frame.address(opened.id, section=view.section, question=view.path)
            frame.link("describe", query, say("ui.check.open", place=view.place))
    frame.link("check", frame.address(opened.id), say("ui.report.to_check"))


screen()
