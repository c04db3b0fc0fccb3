"""What one report negates and the other affirms: what is matched, what is another deed, from both sides."""

import json
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

import jsonschema
import pytest

from discrepancy import Article, Options, diff
from discrepancy.report import FORMATS, Display

POLARITY = Options(kinds=("polarity",))

ONE_DEED = {
    "plain": (
        "The mayor did not sign the contract.",
        "Mayor Orla Quist signed the contract.",
        "did not sign",
        "signed",
    ),
    "other-voice": (
        "Orla Quist never signed the harbour contract.",
        "The harbour contract was signed by Orla Quist.",
        "never signed",
        "was signed",
    ),
    "no-one": (
        "No one has claimed responsibility for the blast at Tolme station.",
        "A group calling itself Red Dawn claimed responsibility for the attack on Tolme station.",
        "No one has claimed",
        "claimed",
    ),
    "identified": (
        "The names of the two victims, who were in their sixties, have not been released.",
        "Police identified the victims as Petra Lukash and Ivo Brandt.",
        "have not been released",
        "identified",
    ),
    "named": (
        "The names of the two victims have not been released.",
        "The two victims were named as Petra Lukash and Ivo Brandt.",
        "have not been released",
        "were named",
    ),
    "charged": (
        "Brandt has not been charged with fraud.",
        "Brandt was charged with fraud.",
        "has not been charged",
        "was charged",
    ),
    "arrests": (
        "No arrests have been made in the shooting at Tolme station.",
        "Police arrested two men over the shooting at Tolme station.",
        "No arrests have been made",
        "arrested",
    ),
    "guilty": (
        "Ivo Brandt pleaded not guilty to fraud.",
        "Ivo Brandt pleaded guilty to fraud.",
        "pleaded not guilty",
        "pleaded guilty",
    ),
    "intransitive": (
        "The interior minister has not resigned.",
        "The interior minister resigned on Tuesday.",
        "has not resigned",
        "resigned",
    ),
    "agreed": (
        "The union refused to sign the pay agreement.",
        "The union agreed to sign the pay agreement.",
        "refused to sign",
        "agreed to sign",
    ),
    "irregular": (
        "The two leaders did not meet in Tolme.",
        "The two leaders met in Tolme.",
        "did not meet",
        "met",
    ),
    "unarmed": (
        "Brandt was unarmed when police shot him.",
        "Brandt was armed with a knife when police shot him.",
        "unarmed",
        "was armed",
    ),
    "progressive": (
        "The driver was not wearing a seat belt.",
        "The driver was wearing a seat belt.",
        "was not wearing",
        "was wearing",
    ),
}
OTHER_DEEDS = {
    "other-charge": ("Brandt has not been charged with fraud.", "Brandt was charged with murder."),
    "other-ban": (
        "The court did not overturn the ban on fishing.",
        "The court overturned the ban on hunting.",
    ),
    "other-planes": (
        "Vellmark planes had not carried bombs to Tolme.",
        "Orrin planes had carried bombs to Tolme.",
    ),
    "other-victim": ("Police did not shoot Brandt.", "Police shot Quist."),
    "other-rules": (
        "The council declined to impose fishing rules in Tolme.",
        "The council imposed similar fishing rules in Tolme.",
    ),
    "other-year": (
        "The council declined to impose fishing rules in Tolme.",
        "In 2003 the council imposed fishing rules in Tolme.",
    ),
    "background": ("The mayor did not sign the contract.", "The mayor signed the contract two years ago."),
    "future": ("The mayor did not sign the contract.", "The mayor will sign the contract."),
    "plan": ("The mayor did not sign the contract.", "The mayor is expected to sign the contract."),
    "condition": (
        "If the mayor did not sign the contract, the port closes.",
        "The mayor signed the contract.",
    ),
    "question": (
        "Why did the mayor say she had not signed the contract?",
        "The mayor had signed the contract.",
    ),
    "quote": ("“The mayor did not sign the contract,” said Brandt.", "The mayor signed the contract."),
    "quote-over-sentences": (
        "“It is a scandal. The mayor did not sign the contract,” said Brandt.",
        "The mayor signed the contract.",
    ),
    "straight-quote-over-sentences": (
        'Brandt said: "It is a scandal. The mayor did not sign the contract."',
        "The mayor signed the contract.",
    ),
    "alleged-attack": (
        "No group has claimed responsibility for the attack in Tolme.",
        "Brandt claims an attack in Tolme.",
    ),
    "another-attack": (
        "No group has claimed responsibility for the attack in Tolme.",
        "Thirty died in Tolme in May. That attack was claimed by Red Dawn.",
    ),
    "habit": ("They do not support the contract.", "The mayor supports the contract."),
    "claim": ("Brandt denied that the mayor did not sign the contract.", "The mayor signed the contract."),
    "nothing": ("The inquiry did not find evidence of fraud.", "The inquiry found no evidence of fraud."),
    "both-negate": ("The mayor did not sign the contract.", "The mayor has not signed the contract."),
    "says-both": (
        "The mayor had not signed the contract. On Monday the mayor signed the contract.",
        "The mayor signed the contract.",
    ),
    "weak-verb": ("The mayor did not comment on the contract.", "The mayor commented on the contract."),
}


def told(a, b):
    conflicts = diff(Article(a, "a"), Article(b, "b"), POLARITY).conflicts
    return [(conflict.a.surface, conflict.b.surface, conflict.severity) for conflict in conflicts]


@pytest.mark.parametrize("name", ONE_DEED)
def test_did_and_did_not_are_found_from_both_sides(name):
    a, b, here, there = ONE_DEED[name]
    found = told(a, b)
    assert [pair[:2] for pair in found] == [(here, there)]
    assert told(b, a) == [(second, first, severity) for first, second, severity in found]


@pytest.mark.parametrize("name", OTHER_DEEDS)
def test_another_deed_is_not(name):
    a, b = OTHER_DEEDS[name]
    assert told(a, b) == told(b, a) == []


def test_an_article_does_not_contradict_itself():
    text = " ".join(sentence for a, b, *_ in ONE_DEED.values() for sentence in (a, b))
    assert told(text, text) == []


def test_two_reports_that_negate_it_agree():
    a, b = OTHER_DEEDS["both-negate"]
    (agreement,) = diff(Article(a, "a"), Article(b, "b"), POLARITY).agreements
    assert (agreement.a.surface, agreement.b.surface) == ("did not sign", "has not signed")


def test_it_is_on_unless_other_kinds_are_asked_for():
    a, b, *_ = ONE_DEED["plain"]
    assert diff(Article(a, "a"), Article(b, "b")).conflicts
    assert not diff(Article(a, "a"), Article(b, "b"), Options(kinds=("count",))).conflicts


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_every_format_takes_it(form):
    a, b, *_ = ONE_DEED["plain"]
    report = diff(Article(a, "a"), Article(b, "b"), POLARITY)
    written = form.report(report, Display())
    if isinstance(written, bytes):  # a workbook
        with ZipFile(BytesIO(written)) as workbook:
            written = "".join(workbook.read(name).decode() for name in workbook.namelist())
    assert "did not sign" in written


def test_the_json_fits_its_schema():
    schema = json.loads((files("discrepancy") / "data" / "report.schema.json").read_text(encoding="utf-8"))
    a, b, *_ = ONE_DEED["plain"]
    content = diff(Article(a, "a"), Article(b, "b"), POLARITY).to_dict()
    jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(content)))
    assert content["conflicts"][0]["kind"] == "polarity"
