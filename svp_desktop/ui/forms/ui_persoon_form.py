# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'persoon_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_PersoonForm(object):
    def setupUi(self, PersoonForm):
        if not PersoonForm.objectName():
            PersoonForm.setObjectName(u"PersoonForm")
        PersoonForm.setProperty(u"clear", True)
        self.kolommen = QHBoxLayout(PersoonForm)
        self.kolommen.setSpacing(12)
        self.kolommen.setObjectName(u"kolommen")
        self.kolommen.setContentsMargins(0, 0, 0, 0)
        self.kaart_persoon = QFrame(PersoonForm)
        self.kaart_persoon.setObjectName(u"kaart_persoon")
        self.kaart_persoon.setProperty(u"card", True)
        self.binnen_kaart_persoon = QVBoxLayout(self.kaart_persoon)
        self.binnen_kaart_persoon.setSpacing(9)
        self.binnen_kaart_persoon.setObjectName(u"binnen_kaart_persoon")
        self.binnen_kaart_persoon.setContentsMargins(16, 12, 16, 14)
        self.plek_aanspreekvorm = QVBoxLayout()
        self.plek_aanspreekvorm.setSpacing(3)
        self.plek_aanspreekvorm.setObjectName(u"plek_aanspreekvorm")
        self.plek_aanspreekvorm.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_persoon.addLayout(self.plek_aanspreekvorm)

        self.rij_naam = QHBoxLayout()
        self.rij_naam.setSpacing(10)
        self.rij_naam.setObjectName(u"rij_naam")
        self.rij_naam.setContentsMargins(0, 0, 0, 0)
        self.plek_roepnaam = QVBoxLayout()
        self.plek_roepnaam.setSpacing(3)
        self.plek_roepnaam.setObjectName(u"plek_roepnaam")
        self.plek_roepnaam.setContentsMargins(0, 0, 0, 0)

        self.rij_naam.addLayout(self.plek_roepnaam)

        self.plek_tussenvoegsel = QVBoxLayout()
        self.plek_tussenvoegsel.setSpacing(3)
        self.plek_tussenvoegsel.setObjectName(u"plek_tussenvoegsel")
        self.plek_tussenvoegsel.setContentsMargins(0, 0, 0, 0)

        self.rij_naam.addLayout(self.plek_tussenvoegsel)

        self.plek_achternaam = QVBoxLayout()
        self.plek_achternaam.setSpacing(3)
        self.plek_achternaam.setObjectName(u"plek_achternaam")
        self.plek_achternaam.setContentsMargins(0, 0, 0, 0)

        self.rij_naam.addLayout(self.plek_achternaam)

        self.rij_naam.setStretch(0, 3)
        self.rij_naam.setStretch(1, 2)
        self.rij_naam.setStretch(2, 4)

        self.binnen_kaart_persoon.addLayout(self.rij_naam)

        self.rij_ouder = QHBoxLayout()
        self.rij_ouder.setSpacing(10)
        self.rij_ouder.setObjectName(u"rij_ouder")
        self.rij_ouder.setContentsMargins(0, 0, 0, 0)
        self.plek_voorletters = QVBoxLayout()
        self.plek_voorletters.setSpacing(3)
        self.plek_voorletters.setObjectName(u"plek_voorletters")
        self.plek_voorletters.setContentsMargins(0, 0, 0, 0)

        self.rij_ouder.addLayout(self.plek_voorletters)

        self.plek_taal = QVBoxLayout()
        self.plek_taal.setSpacing(3)
        self.plek_taal.setObjectName(u"plek_taal")
        self.plek_taal.setContentsMargins(0, 0, 0, 0)

        self.rij_ouder.addLayout(self.plek_taal)

        self.rij_ouder.setStretch(0, 1)
        self.rij_ouder.setStretch(1, 2)

        self.binnen_kaart_persoon.addLayout(self.rij_ouder)

        self.rij_leerling = QHBoxLayout()
        self.rij_leerling.setSpacing(10)
        self.rij_leerling.setObjectName(u"rij_leerling")
        self.rij_leerling.setContentsMargins(0, 0, 0, 0)
        self.plek_geboortedatum = QVBoxLayout()
        self.plek_geboortedatum.setSpacing(3)
        self.plek_geboortedatum.setObjectName(u"plek_geboortedatum")
        self.plek_geboortedatum.setContentsMargins(0, 0, 0, 0)

        self.rij_leerling.addLayout(self.plek_geboortedatum)

        self.plek_jaargroep = QVBoxLayout()
        self.plek_jaargroep.setSpacing(3)
        self.plek_jaargroep.setObjectName(u"plek_jaargroep")
        self.plek_jaargroep.setContentsMargins(0, 0, 0, 0)

        self.rij_leerling.addLayout(self.plek_jaargroep)

        self.plek_groep = QVBoxLayout()
        self.plek_groep.setSpacing(3)
        self.plek_groep.setObjectName(u"plek_groep")
        self.plek_groep.setContentsMargins(0, 0, 0, 0)

        self.rij_leerling.addLayout(self.plek_groep)

        self.rij_leerling.setStretch(0, 2)
        self.rij_leerling.setStretch(1, 1)
        self.rij_leerling.setStretch(2, 3)

        self.binnen_kaart_persoon.addLayout(self.rij_leerling)

        self.plek_nummer = QVBoxLayout()
        self.plek_nummer.setSpacing(3)
        self.plek_nummer.setObjectName(u"plek_nummer")
        self.plek_nummer.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_persoon.addLayout(self.plek_nummer)

        self.rij_werk = QHBoxLayout()
        self.rij_werk.setSpacing(10)
        self.rij_werk.setObjectName(u"rij_werk")
        self.rij_werk.setContentsMargins(0, 0, 0, 0)
        self.plek_noemnaam = QVBoxLayout()
        self.plek_noemnaam.setSpacing(3)
        self.plek_noemnaam.setObjectName(u"plek_noemnaam")
        self.plek_noemnaam.setContentsMargins(0, 0, 0, 0)

        self.rij_werk.addLayout(self.plek_noemnaam)

        self.plek_functie = QVBoxLayout()
        self.plek_functie.setSpacing(3)
        self.plek_functie.setObjectName(u"plek_functie")
        self.plek_functie.setContentsMargins(0, 0, 0, 0)

        self.rij_werk.addLayout(self.plek_functie)

        self.rij_werk.setStretch(0, 1)
        self.rij_werk.setStretch(1, 1)

        self.binnen_kaart_persoon.addLayout(self.rij_werk)

        self.plek_groepen = QVBoxLayout()
        self.plek_groepen.setSpacing(3)
        self.plek_groepen.setObjectName(u"plek_groepen")
        self.plek_groepen.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_persoon.addLayout(self.plek_groepen)

        self.plek_organisatie = QVBoxLayout()
        self.plek_organisatie.setSpacing(3)
        self.plek_organisatie.setObjectName(u"plek_organisatie")
        self.plek_organisatie.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_persoon.addLayout(self.plek_organisatie)

        self.plek_straat = QVBoxLayout()
        self.plek_straat.setSpacing(3)
        self.plek_straat.setObjectName(u"plek_straat")
        self.plek_straat.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_persoon.addLayout(self.plek_straat)

        self.rij_plaats = QHBoxLayout()
        self.rij_plaats.setSpacing(10)
        self.rij_plaats.setObjectName(u"rij_plaats")
        self.rij_plaats.setContentsMargins(0, 0, 0, 0)
        self.plek_postcode = QVBoxLayout()
        self.plek_postcode.setSpacing(3)
        self.plek_postcode.setObjectName(u"plek_postcode")
        self.plek_postcode.setContentsMargins(0, 0, 0, 0)

        self.rij_plaats.addLayout(self.plek_postcode)

        self.plek_plaats = QVBoxLayout()
        self.plek_plaats.setSpacing(3)
        self.plek_plaats.setObjectName(u"plek_plaats")
        self.plek_plaats.setContentsMargins(0, 0, 0, 0)

        self.rij_plaats.addLayout(self.plek_plaats)

        self.rij_plaats.setStretch(0, 1)
        self.rij_plaats.setStretch(1, 2)

        self.binnen_kaart_persoon.addLayout(self.rij_plaats)

        self.rij_contact = QHBoxLayout()
        self.rij_contact.setSpacing(10)
        self.rij_contact.setObjectName(u"rij_contact")
        self.rij_contact.setContentsMargins(0, 0, 0, 0)
        self.plek_telefoon = QVBoxLayout()
        self.plek_telefoon.setSpacing(3)
        self.plek_telefoon.setObjectName(u"plek_telefoon")
        self.plek_telefoon.setContentsMargins(0, 0, 0, 0)

        self.rij_contact.addLayout(self.plek_telefoon)

        self.plek_email = QVBoxLayout()
        self.plek_email.setSpacing(3)
        self.plek_email.setObjectName(u"plek_email")
        self.plek_email.setContentsMargins(0, 0, 0, 0)

        self.rij_contact.addLayout(self.plek_email)

        self.rij_contact.setStretch(0, 1)
        self.rij_contact.setStretch(1, 1)

        self.binnen_kaart_persoon.addLayout(self.rij_contact)

        self.plek_familie = QVBoxLayout()
        self.plek_familie.setSpacing(3)
        self.plek_familie.setObjectName(u"plek_familie")
        self.plek_familie.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_persoon.addLayout(self.plek_familie)

        self.lucht = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.binnen_kaart_persoon.addItem(self.lucht)

        self.binnen_kaart_persoon.setStretch(12, 1)

        self.kolommen.addWidget(self.kaart_persoon)

        self.kolommen.setStretch(0, 1)

        self.retranslateUi(PersoonForm)
    # setupUi

    def retranslateUi(self, PersoonForm):
        pass
    # retranslateUi

