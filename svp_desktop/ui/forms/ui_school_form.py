# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'school_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_SchoolForm(object):
    def setupUi(self, SchoolForm):
        if not SchoolForm.objectName():
            SchoolForm.setObjectName(u"SchoolForm")
        SchoolForm.setProperty(u"clear", True)
        self.kolommen = QHBoxLayout(SchoolForm)
        self.kolommen.setSpacing(12)
        self.kolommen.setObjectName(u"kolommen")
        self.kolommen.setContentsMargins(0, 0, 0, 0)
        self.kaart_adres = QFrame(SchoolForm)
        self.kaart_adres.setObjectName(u"kaart_adres")
        self.kaart_adres.setProperty(u"card", True)
        self.binnen_kaart_adres = QVBoxLayout(self.kaart_adres)
        self.binnen_kaart_adres.setSpacing(9)
        self.binnen_kaart_adres.setObjectName(u"binnen_kaart_adres")
        self.binnen_kaart_adres.setContentsMargins(16, 12, 16, 14)
        self.kop_adres = QLabel(self.kaart_adres)
        self.kop_adres.setObjectName(u"kop_adres")
        self.kop_adres.setTextFormat(Qt.TextFormat.PlainText)

        self.binnen_kaart_adres.addWidget(self.kop_adres)

        self.plek_naam = QVBoxLayout()
        self.plek_naam.setSpacing(3)
        self.plek_naam.setObjectName(u"plek_naam")
        self.plek_naam.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_adres.addLayout(self.plek_naam)

        self.plek_motto = QVBoxLayout()
        self.plek_motto.setSpacing(3)
        self.plek_motto.setObjectName(u"plek_motto")
        self.plek_motto.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_adres.addLayout(self.plek_motto)

        self.plek_straat = QVBoxLayout()
        self.plek_straat.setSpacing(3)
        self.plek_straat.setObjectName(u"plek_straat")
        self.plek_straat.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_adres.addLayout(self.plek_straat)

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

        self.binnen_kaart_adres.addLayout(self.rij_plaats)

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

        self.binnen_kaart_adres.addLayout(self.rij_contact)

        self.plek_bestuur = QVBoxLayout()
        self.plek_bestuur.setSpacing(3)
        self.plek_bestuur.setObjectName(u"plek_bestuur")
        self.plek_bestuur.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_adres.addLayout(self.plek_bestuur)


        self.kolommen.addWidget(self.kaart_adres)

        self.stapel_rechts = QVBoxLayout()
        self.stapel_rechts.setSpacing(12)
        self.stapel_rechts.setObjectName(u"stapel_rechts")
        self.stapel_rechts.setContentsMargins(0, 0, 0, 0)
        self.kaart_logo = QFrame(SchoolForm)
        self.kaart_logo.setObjectName(u"kaart_logo")
        self.kaart_logo.setProperty(u"card", True)
        self.binnen_kaart_logo = QVBoxLayout(self.kaart_logo)
        self.binnen_kaart_logo.setSpacing(8)
        self.binnen_kaart_logo.setObjectName(u"binnen_kaart_logo")
        self.binnen_kaart_logo.setContentsMargins(16, 12, 16, 14)
        self.kop_logo = QLabel(self.kaart_logo)
        self.kop_logo.setObjectName(u"kop_logo")
        self.kop_logo.setTextFormat(Qt.TextFormat.PlainText)

        self.binnen_kaart_logo.addWidget(self.kop_logo)

        self.plek_logo = QVBoxLayout()
        self.plek_logo.setSpacing(3)
        self.plek_logo.setObjectName(u"plek_logo")
        self.plek_logo.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_logo.addLayout(self.plek_logo)


        self.stapel_rechts.addWidget(self.kaart_logo)

        self.kaart_wet = QFrame(SchoolForm)
        self.kaart_wet.setObjectName(u"kaart_wet")
        self.kaart_wet.setProperty(u"card", True)
        self.binnen_kaart_wet = QVBoxLayout(self.kaart_wet)
        self.binnen_kaart_wet.setSpacing(9)
        self.binnen_kaart_wet.setObjectName(u"binnen_kaart_wet")
        self.binnen_kaart_wet.setContentsMargins(16, 12, 16, 14)
        self.kop_wet = QLabel(self.kaart_wet)
        self.kop_wet.setObjectName(u"kop_wet")
        self.kop_wet.setTextFormat(Qt.TextFormat.PlainText)

        self.binnen_kaart_wet.addWidget(self.kop_wet)

        self.plek_brin = QVBoxLayout()
        self.plek_brin.setSpacing(3)
        self.plek_brin.setObjectName(u"plek_brin")
        self.plek_brin.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wet.addLayout(self.plek_brin)

        self.plek_regio = QVBoxLayout()
        self.plek_regio.setSpacing(3)
        self.plek_regio.setObjectName(u"plek_regio")
        self.plek_regio.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wet.addLayout(self.plek_regio)

        self.plek_grondslag = QVBoxLayout()
        self.plek_grondslag.setSpacing(3)
        self.plek_grondslag.setObjectName(u"plek_grondslag")
        self.plek_grondslag.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wet.addLayout(self.plek_grondslag)


        self.stapel_rechts.addWidget(self.kaart_wet)

        self.lucht = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.stapel_rechts.addItem(self.lucht)

        self.stapel_rechts.setStretch(2, 1)

        self.kolommen.addLayout(self.stapel_rechts)

        self.kolommen.setStretch(0, 3)
        self.kolommen.setStretch(1, 2)

        self.retranslateUi(SchoolForm)
    # setupUi

    def retranslateUi(self, SchoolForm):
        self.kop_adres.setText(QCoreApplication.translate("SchoolForm", u"Naam en adres", None))
        self.kop_adres.setProperty(u"role", QCoreApplication.translate("SchoolForm", u"h2", None))
        self.kop_logo.setText(QCoreApplication.translate("SchoolForm", u"Logo", None))
        self.kop_logo.setProperty(u"role", QCoreApplication.translate("SchoolForm", u"h2", None))
        self.kop_wet.setText(QCoreApplication.translate("SchoolForm", u"Voor brieven en vakanties", None))
        self.kop_wet.setProperty(u"role", QCoreApplication.translate("SchoolForm", u"h2", None))
        pass
    # retranslateUi

