"""English is never refused by mistake, and other languages are, however short either is."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from discrepancy import ReadError
from discrepancy.read.language import FEWEST_WORDS, check_language, recognise

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
ENGLISH = [path.read_text(encoding="utf-8") for path in sorted((FIXTURES / "stories").rglob("*.txt"))]

LATE = {"numpy", "py3langid", "lxml", "trafilatura", "feedparser", "docx", "ssl", "http.client", "email"}

OTHERS = {
    "fr": "Le pont d’Orrin a été fermé mardi à l’aube après la découverte d’une fissure dans son "
    "troisième pilier, a annoncé la mairie. Quarante personnes ont été évacuées.",
    "de": "Die Brücke in Orrin ist am Dienstag gesperrt worden, nachdem Ingenieure im dritten "
    "Pfeiler einen Riss entdeckt hatten. Vierzig Menschen wurden in Sicherheit gebracht, "
    "teilte die Stadt mit.",
    "es": "El puente de Orrin fue cerrado el martes al amanecer después de que los ingenieros "
    "hallaran una grieta en su tercer pilar, informó el ayuntamiento. Cuarenta personas fueron "
    "evacuadas.",
    "nl": "De brug bij Orrin is dinsdag gesloten nadat ingenieurs een scheur hadden ontdekt in de "
    "derde pijler, zo heeft de gemeente laten weten. Veertig mensen werden in veiligheid "
    "gebracht.",
    "ms": "Jambatan di Orrin ditutup pada awal pagi Selasa selepas jurutera menemui retakan pada "
    "tiang ketiganya, kata majlis bandaran. Empat puluh orang telah dipindahkan ke tempat "
    "selamat.",
    "ru": "Мост в Оррине был закрыт на рассвете во вторник после того, как инженеры обнаружили "
    "трещину в третьей опоре, сообщила мэрия. Сорок человек были эвакуированы в безопасное "
    "место.",
    "ar": "أغلق جسر أورين فجر الثلاثاء بعد أن اكتشف المهندسون صدعا في دعامته الثالثة، وفق ما أعلنت "
    "البلدية. وتم إجلاء أربعين شخصا إلى مكان آمن، وقالت الشرطة إن التحقيق مستمر في الحادث.",
    "zh": "奥林的桥梁星期二黎明时分关闭，此前工程师在第三座桥墩上发现了一道裂缝，市政府"
    "宣布。四十人被疏散到安全地点，警方表示调查仍在继续，预计维修工程至少需要六个"
    "星期的时间才能完成。",
}  # fmt: skip
# English as short reports have it: names, figures, headlines, capitals, other varieties.
HARD_ENGLISH = [
    "ORRIN BRIDGE SHUT AFTER CRACK IS FOUND. FORTY PEOPLE MOVED TO SAFETY, COUNCIL SAYS. WORK MAY "
    "TAKE SIX WEEKS, ENGINEERS SAY; FERRY TO RUN EVERY TWENTY MINUTES.",
    "Orrin 3, Hallam 1. Scorers: Lund 12, Berg 44, Imre 89; Odum 60. Half-time: 2-0. Attendance: "
    "8,200. Referee: K. Ness (Vellmark). Booked: Frost, Dahl, Quill.",
    "KUALA LUMPUR: Datuk Seri Mohamad Hasan met Menteri Besar Datuk Seri Aminuddin Harun at Wisma "
    "Putra here today on Projek Lebuhraya Pantai Timur, Bernama reports.",
    "Police dey find three thief wey carry gold for Orrin. Police oga Petra Voss talk say dem go "
    "catch dem soon, and say nobody wound for the matter.",
    "FTSE 100 8,234.12 +0.4pct; DAX 18,440 -0.1; Nikkei 39,101 +1.2; Brent $82.40; gold $2,391/oz; "
    "£1 = $1.27; €1 = $1.08. Lloyds 54.1p, BP 471p, Shell £28.",
]  # fmt: skip


@pytest.mark.parametrize("length", [100, 150, 250, 400, 10_000])
def test_english_news_is_english_from_every_paragraph_on(length):
    for text in ENGLISH:
        for start in (found.end() for found in re.finditer(r"\A|\n\n", text)):
            assert recognise(text[start : start + length]) in ("en", None)


@pytest.mark.parametrize("text", HARD_ENGLISH)
def test_short_and_odd_english_is_not_refused(text):
    check_language(text, "story.txt", force=False)


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_refused_with_its_name_and_a_way(code):
    with pytest.raises(ReadError, match=r"story\.txt: is in [A-Z]\w+, and only English is read; .* --force"):
        check_language(OTHERS[code], "story.txt", force=False)
    assert check_language(OTHERS[code], "story.txt", force=True) == code


def test_an_english_report_that_quotes_another_language_is_english():
    text = f"{ENGLISH[0][:600]} “{OTHERS['fr']}” he said."
    check_language(text, "story.txt", force=False)


@pytest.mark.parametrize(
    "text", ["Le pont est fermé.", "", "12 34 56", "!" * 5000, "a " * (FEWEST_WORDS - 1)]
)
def test_what_is_too_short_to_tell_passes(text):
    assert recognise(text) is None


def test_plain_english_asks_no_identifier():
    program = (
        "import sys; from discrepancy import read_article; "
        f"read_article({str(FIXTURES / 'stories' / 'court-pension-fraud' / 'a.txt')!r}); "
        f"print(*({LATE!r} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
