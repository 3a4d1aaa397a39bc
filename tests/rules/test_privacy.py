"""Personal data: what is said of it, what holds reports back, and what was cleared."""

import pytest
from stdnum.nl import bsn

from tests.rules.conftest import TODAY
from workbench.rules.catalogue import sentences
from workbench.rules.checking import check
from workbench.rules.examination import Examination
from workbench.rules.identifiers import bsns, ibans
from workbench.rules.privacy import fingerprint, held_back

BSN, IBAN = "111222333", "NL91ABNA0417164300"


@pytest.mark.parametrize("secret", [BSN, "111 222 333", IBAN, "NL91 ABNA 0417 1643 00"])
def test_a_finding_never_repeats_a_whole_number(secret, words, described):
    programme = described(approach={"setup": f"BSN of rekening van cliënt: {secret}."})
    (finding,) = held_back(check(programme, words, TODAY))
    told = " ".join(sentences(finding, words, "nl") + sentences(finding, words, "en"))
    plain = told.replace(" ", "")
    assert secret.replace(" ", "") not in plain
    assert f"{secret[:2]}*" in plain


def test_only_what_must_go_holds_reports_back(words, described):
    programme = described(
        safety={"signalling": "Bel 06-12345678 of mail a@b.nl."},
        delivery={"organisation": "Dorpsstraat 12, 1234 AB."},
    )
    codes = {finding.rule.code for finding in held_back(check(programme, words, TODAY))}
    assert codes == {"P04", "P05"}


def test_a_recorded_reason_frees_the_report_and_stays_listed(words, described):
    text = f"Haar BSN is {BSN}."
    found = held_back(check(described(approach={"setup": text}), words, TODAY))
    clearance = {"id": found[0].fingerprint, "reason": "Proefnummer.", "person": "A", "date": TODAY}
    about = {"approach.setup": {"no_personal_data": [clearance]}}
    programme = described(approach={"setup": text}, about=about)
    assert held_back(check(programme, words, TODAY)) == []
    assert [f.rule.code for f in Examination(programme, words, TODAY).cleared] == ["P01"]


def test_a_clearance_without_a_reason_frees_nothing(words, described):
    mark = fingerprint("P01", "approach.setup", BSN)
    clearance = {"id": mark, "reason": " ", "person": "A", "date": TODAY}
    programme = described(
        approach={"setup": f"BSN {BSN}"},
        about={"approach.setup": {"no_personal_data": [clearance]}},
    )
    assert len(held_back(check(programme, words, TODAY))) == 1


def test_a_clearance_holds_for_these_words_here_and_however_they_are_spaced():
    here = fingerprint("P01", "approach.setup", "111222333")
    assert here == fingerprint("P01", "approach.setup", "111 222 333")
    assert here != fingerprint("P01", "approach.setup", "123456782")
    assert here != fingerprint("P01", "safety.analysis", "111222333")


def test_two_numbers_in_one_text_are_two_findings(words, described):
    programme = described(approach={"setup": f"BSN {BSN} en BSN 123456782, weer BSN {BSN}."})
    assert len(held_back(check(programme, words, TODAY))) == 2


def test_numbers_of_things_are_left_alone_however_many_pass_the_test():
    passing = [str(n) for n in range(100_000_000, 100_000_400) if bsn.is_valid(str(n))]
    assert len(passing) > 20
    for number in passing:
        assert _weights(f"Projectnummer {number} van de subsidie.") == ["thing"]
        assert _weights(f"Haar BSN is {number}.") == ["person"]
        assert _weights(f"In de kast staat doos {number} met spellen.") == ["unknown"]


@pytest.mark.parametrize("before", ["BSN:", "bsn", "(BSN ", "BSN\n", "BSN-nummer "])
def test_a_bsn_is_found_however_it_is_attached(before):
    assert _weights(f"{before}{BSN})") == ["person"]


def test_an_account_number_is_found_between_other_words():
    assert [hit.words for hit in ibans("op nl91abna0417164300 van de stichting")] == [IBAN.lower()]


def _weights(text):
    return [hit.weight for hit in bsns(text)]
