"""Invented treaties in our own words, as the texts of real ones are laid out."""

from __future__ import annotations

RIVERS = """CONVENTION ON THE SHARED RIVERS

The Contracting Parties, wishing to share the rivers well, have agreed as follows.

Article 1
Scope
This Convention covers all rivers that cross a border.

Article 2
Signature
This Convention is open for signature by all States at Northwater until 1 May 2001. It is subject
to ratification. Any State that did not sign may accede.

Article 3
Amendments
1. Each Party can propose an amendment to this Convention.
2. An amendment shall enter into force for the Parties that accepted it on the tenth day after
the deposit of two instruments of acceptance.
3. For any other Party it shall enter into force on the tenth day after the deposit of its own.

Article 4
Entry into force
1. This Convention enters into force on the first day of the calendar month that follows the end of
a period of four months after the deposit of the seventh such instrument.
2. For each State that ratifies or accedes after the seventh, this Convention enters into force on
the first day of the calendar month that follows the end of a period of four months after the
deposit of its own instrument.

Article 5
Reservations
No reservation may be made to this Convention.

Article 6
Withdrawal
1. After three years from the day when this Convention came into force for a Party, that Party may,
by a written notice to the Depositary, withdraw from this Convention.
2. The withdrawal shall take effect eight months after the Depositary received the notification,
or on such later date as the notification names.

Article 7
Authentic texts
The English and French texts are equally authentic.

Annex A
Article 1
This Annex shall enter into force forty days after the deposit of ninety instruments.
"""

BLOB = (
    "protocol on shared wellsthe parties have agreed as follows ARTICLE 1scopewells are shared "
    "ARTICLE 2entry into force1. this protocol enters into force on the sixtieth day after "
    "the deposit of the ninth accession with the depositary.2. for each state acceding to it "
    "after the ninth, this protocol enters into force on the sixtieth day after that state has "
    "made deposit of its own accession ARTICLE 3denunciation1. any party may denounce this "
    "protocol by a notification "
    "addressed to the depositary.2. the denunciation shall take effect two years after "
    "the depositary has received it ARTICLE 4languagesthe two texts are equally authentic"
)

BROKEN = """AGREEMENT ON SIGNALS

ARTICLE VII
This Agree-
ment shall enter in to force ninety (90) days after the date of depo sit of the fifth instru
ment of rati fi cation. For each State rati-
fying there after, this Agreement shall enter into for ce ninety (90) days after the date of
deposit of its instru ment of ratifi cation.
ARTICLE VIII
Any State may with draw from this Agreement by giving one year's notice to the Depositary.
"""

UNNUMBERED = """Accord on the Northern Lights

The present Agreement shall be ratified as soon as possible.

The present Agreement will come into force for each signatory from the day of deposit of its
own ratification.
"""

YEARLY = """Convention on the Salt Trade

Article 9. This Convention shall enter into force when instruments of ratification have been
deposited by six Governments, including those of France, Norway and the United Kingdom.

Article 10. Any Government may withdraw from this Convention on the thirty-first of March of any
year by a notice that is given on or before the first of January of the same year to the depositary.
"""

LABOUR = """Convention on Night Watches

Article 11
1. A Member may denounce this Convention after eight years from the day on which it first came into
force, by a letter to the Director-General. The denunciation takes effect one year after the letter
was received.
2. A Member that has not sent its denunciation within the year following the end of the period of
eight years is bound for a new period of eight years.
"""

FRENCH = """CONVENTION SUR LES PONTS

Article 5
Entrée en vigueur
1. La présente Convention entrera en vigueur le trentième jour qui suivra la date du dépôt du
quatrième instrument de ratification ou d'adhésion.
2. Pour chaque État qui ratifiera la présente Convention ou y adhérera après le dépôt du quatrième
instrument, la Convention entrera en vigueur le trentième jour après la date du dépôt par cet État
de son instrument de ratification ou d'adhésion.

Article 6
Dénonciation
Toute Partie peut dénoncer la présente Convention par notification adressée au dépositaire. La
dénonciation prendra effet six mois après la date de réception de la notification par le
dépositaire.
"""

SPANISH = """CONVENIO SOBRE LOS PUENTES

Artículo 5
Entrada en vigor
1. El presente Convenio entrará en vigor noventa días después de la fecha de depósito del décimo
instrumento de ratificación o de adhesión.
2. Para cada Estado que ratifique el presente Convenio o se adhiera a él después del depósito del
décimo instrumento, el Convenio entrará en vigor noventa días después de la fecha de depósito de su
instrumento de ratificación o de adhesión.

Artículo 6
Denuncia
Toda Parte podrá denunciar el presente Convenio mediante notificación dirigida al depositario. La
denuncia surtirá efecto un año después de la fecha de recepción de la notificación.
"""

FRENCH_LATER = """CONVENTION SUR LES PHARES
Article 3
La présente Convention sera ouverte à la signature. Elle entrera en vigueur trois mois après la date
du dépôt du troisième instrument de ratification. A l'égard de tout Etat qui la ratifiera
ultérieurement, elle entrera en vigueur trois mois après la date du dépôt de son instrument.
"""

SPANISH_TERM = """TRATADO SOBRE LAS AVES
Artículo 21
En cualquier momento después de la expiración de un plazo de tres años contado desde la fecha de
entrada en vigor del presente Tratado para una Parte, esa Parte podrá denunciar el Tratado mediante
notificación por escrito al Depositario. La denuncia surtirá efecto el primer día del mes siguiente
a la expiración de un plazo de seis meses después de la fecha de recepción de la notificación.
"""

COURT = """STATUTE OF THE COURT OF SHARED WELLS
Article 30
1. This Statute comes into force from the first day of the month after the 45th day following
the deposit of the 12th instrument of ratification.
2. For each State ratifying after the deposit of the 12th instrument, the Statute comes into
force from the first day of the month after the 45th day following the deposit of its instrument.
Article 31
1. Each State Party has the right to withdraw from this Statute. It shall give notice of its
withdrawal to all other States Parties, to the Depositary and to the Council of Wells, with an
explanation of the reasons.
2. The withdrawal shall take effect five months after the receipt of the notice by the Depositary.
If, however, at the end of these five months the State is engaged in an armed conflict, the
withdrawal shall not take effect before its end.
"""

TERMS = """CONVENTION ON THE LAKES
Article 14
This Convention shall remain in effect for a period of seven years as from its coming into force.
It shall thereafter remain in force for successive periods of four years for such Parties as have
not denounced it at least three months before the expiration of the current period.
"""

VAGUE = """CONVENTION ON THE CANALS
Article 3
This Convention shall enter into force sixty days after the deposit of the third ratification.
Article 4
The manner of any denunciation shall be settled by the Parties when the need arises.
"""
