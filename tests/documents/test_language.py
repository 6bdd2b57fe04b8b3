"""Languages told apart, on sentences written for this test."""

from __future__ import annotations

import pytest

from inforce.documents.language import detect_language, language_name, languages

SENTENCES = {
    "en": "The chamber voted on Thursday to leave the treaty, and the note will follow in June.",
    "de": "Die Kammer hat am Donnerstag für den Austritt gestimmt, und die Note folgt im Juni.",
    "fr": "La chambre a voté jeudi la sortie du traité, et la note sera remise au mois de juin.",
    "es": "La cámara votó el jueves a favor de la salida del tratado y la nota llegará en junio.",
    "it": "La camera ha votato giovedì per l'uscita dal trattato e la nota seguirà in giugno.",
    "pl": "Izba zagłosowała w czwartek za wyjściem z traktatu, a nota zostanie złożona w czerwcu.",
    "lt": "Rūmai ketvirtadienį nubalsavo už pasitraukimą iš sutarties, o nota bus įteikta birželį.",
    "lv": "Palāta ceturtdien nobalsoja par izstāšanos no līguma, un nota tiks iesniegta jūnijā.",
    "et": "Koda hääletas neljapäeval lepingust lahkumise poolt ja noot antakse üle juunis.",
    "fi": "Edustajat äänestivät torstaina sopimuksesta eroamisen puolesta, ja nootti seuraa pian.",
    "no": "Kammeret stemte torsdag for å gå ut av avtalen, og noten skal leveres i juni.",
    "uk": "Палата проголосувала в четвер за вихід із договору, а ноту передадуть у червні.",
    "ru": "Палата проголосовала в четверг за выход из договора, а ноту передадут в июне.",
    "sv": "Kammaren röstade i torsdags för att lämna avtalet, och noten ska överlämnas i juni.",
    "pt": "A câmara votou na quinta-feira a favor da saída do tratado e a nota não tardará.",
    "el": "Η βουλή ψήφισε την Πέμπτη υπέρ της αποχώρησης από τη συνθήκη και η νότα ακολουθεί.",
}


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_a_sentence_of_each_language(code: str, text: str) -> None:
    assert detect_language(text) == code
    assert detect_language(text * 5) == code


OTHERS = {
    "sq": "Kuvendi votoi të enjten për daljen nga traktati dhe nota do të dorëzohet në qershor; "
    "ministri tha se kjo është e nevojshme për sigurinë e vendit dhe të njerëzve të tij.",
    "eu": "Legebiltzarrak ostegunean bozkatu zuen itunetik ateratzearen alde eta oharra ekainean "
    "emango da; ministroak esan zuen hori beharrezkoa dela herrialdearen segurtasunerako.",
    "mk": "Собранието во четвртокот гласаше за излез од договорот, а нотата ќе биде предадена во "
    "јуни; министерот рече дека тоа е потребно за безбедноста на земјата.",
    "tr": "Meclis perşembe günü anlaşmadan çıkılması yönünde oy kullandı ve nota haziran ayında "
    "teslim edilecek; bakan bunun güvenlik için gerekli olduğunu söyledi.",
    "sk": "Snemovňa vo štvrtok hlasovala za odstúpenie od zmluvy a nóta bude odovzdaná v júni; "
    "minister povedal, že je to potrebné pre bezpečnosť krajiny a jej ľudí.",
    "ca": "La cambra va votar dijous a favor de sortir del tractat i la nota es lliurarà al juny; "
    "el ministre va dir que això és necessari per a la seguretat del país.",
    "kk": "Палата бейсенбі күні шарттан шығу үшін дауыс берді және нота маусым айында тапсырылады; "
    "министр бұл елдің қауіпсіздігі үшін қажет екенін айтты.",
}


@pytest.mark.parametrize(("code", "text"), OTHERS.items())
def test_other_languages_are_not_taken_for_one_of_these(code: str, text: str) -> None:
    assert detect_language(text) == code


def test_capitals_do_not_hide_a_language() -> None:
    assert detect_language(SENTENCES["lt"].upper()) == "lt"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ruritania has left the treaty.", "en"),
        ("Die Note ist nicht angekommen.", "de"),
        ("Руританія вийшла з конвенції.", "uk"),
        ("El gobierno no ha entregado su nota.", "es"),
        ("Ruritania wystąpiła z konwencji.", "pl"),
    ],
)
def test_short_sentences_with_a_word_or_letter_of_their_own(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["", "Strelsau", "107 - 0", "???", "Ruritania Graustark Syldavia"])
def test_too_little_to_tell(text: str) -> None:
    assert detect_language(text) is None


def test_a_text_half_in_latin_and_half_in_cyrillic_is_none_of_both() -> None:
    assert detect_language(SENTENCES["en"] + SENTENCES["uk"]) is None


def test_a_text_half_in_one_and_half_in_another_language_is_none_of_both() -> None:
    assert detect_language(SENTENCES["en"] * 3 + SENTENCES["pl"] * 3) is None


def test_foreign_names_do_not_change_the_language() -> None:
    text = "Ingrida Šimonytė and Gitanas Nausėda said that Łódź and Kraków were with them on it."
    assert detect_language(text) == "en"


def test_languages_have_names() -> None:
    assert language_name("lt") == "Lithuanian"
    assert language_name("ka") == "the language ka"
    assert len({language.code for language in languages()}) == len(languages())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Magyarország kilép a Római Statútumból", "hu"),
        ("A kormány bejelentette, hogy felmondja az egyezményt.", "hu"),
        ("La Finlandia lascia la Convenzione di Ottawa.", "it"),
        ("Sejm przyjął ustawę o wypowiedzeniu konwencji.", "pl"),
        ("Lietuva pasitraukė iš Otavos konvencijos.", "lt"),
        ("Литва вийшла з Оттавської конвенції.", "uk"),
        ("Литва вышла из Оттавской конвенции.", "ru"),
        ("Finland har trukket seg fra Ottawa-konvensjonen.", "no"),
        ("Eesti lahkus Ottawa konventsioonist.", "et"),
        ("Portugal anunciou a sua saída da Convenção.", "pt"),
        ("Nederland heeft het verdrag opgezegd.", "nl"),
    ],
)
def test_a_headline_of_treaty_news_tells_its_language(text: str, code: str) -> None:
    assert detect_language(text) == code
