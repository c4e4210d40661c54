# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'actie_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_ActieForm(object):
    def setupUi(self, ActieForm):
        if not ActieForm.objectName():
            ActieForm.setObjectName(u"ActieForm")
        ActieForm.setProperty(u"clear", True)
        self.kolommen = QHBoxLayout(ActieForm)
        self.kolommen.setSpacing(12)
        self.kolommen.setObjectName(u"kolommen")
        self.kolommen.setContentsMargins(0, 0, 0, 0)
        self.kaart_keuze = QFrame(ActieForm)
        self.kaart_keuze.setObjectName(u"kaart_keuze")
        self.kaart_keuze.setProperty(u"card", True)
        self.binnen_kaart_keuze = QVBoxLayout(self.kaart_keuze)
        self.binnen_kaart_keuze.setSpacing(8)
        self.binnen_kaart_keuze.setObjectName(u"binnen_kaart_keuze")
        self.binnen_kaart_keuze.setContentsMargins(16, 12, 16, 14)
        self.kop_keuze = QLabel(self.kaart_keuze)
        self.kop_keuze.setObjectName(u"kop_keuze")
        self.kop_keuze.setTextFormat(Qt.TextFormat.PlainText)

        self.binnen_kaart_keuze.addWidget(self.kop_keuze)

        self.plek_zoek = QVBoxLayout()
        self.plek_zoek.setSpacing(3)
        self.plek_zoek.setObjectName(u"plek_zoek")
        self.plek_zoek.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_keuze.addLayout(self.plek_zoek)

        self.plek_keuze = QVBoxLayout()
        self.plek_keuze.setSpacing(3)
        self.plek_keuze.setObjectName(u"plek_keuze")
        self.plek_keuze.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_keuze.addLayout(self.plek_keuze)

        self.binnen_kaart_keuze.setStretch(2, 1)

        self.kolommen.addWidget(self.kaart_keuze)

        self.kaart_wat = QFrame(ActieForm)
        self.kaart_wat.setObjectName(u"kaart_wat")
        self.kaart_wat.setProperty(u"card", True)
        self.binnen_kaart_wat = QVBoxLayout(self.kaart_wat)
        self.binnen_kaart_wat.setSpacing(9)
        self.binnen_kaart_wat.setObjectName(u"binnen_kaart_wat")
        self.binnen_kaart_wat.setContentsMargins(16, 12, 16, 14)
        self.kop_wat = QLabel(self.kaart_wat)
        self.kop_wat.setObjectName(u"kop_wat")
        self.kop_wat.setTextFormat(Qt.TextFormat.PlainText)

        self.binnen_kaart_wat.addWidget(self.kop_wat)

        self.plek_uitleg = QVBoxLayout()
        self.plek_uitleg.setSpacing(3)
        self.plek_uitleg.setObjectName(u"plek_uitleg")
        self.plek_uitleg.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wat.addLayout(self.plek_uitleg)

        self.rij_wanneer = QHBoxLayout()
        self.rij_wanneer.setSpacing(10)
        self.rij_wanneer.setObjectName(u"rij_wanneer")
        self.rij_wanneer.setContentsMargins(0, 0, 0, 0)
        self.plek_datum = QVBoxLayout()
        self.plek_datum.setSpacing(3)
        self.plek_datum.setObjectName(u"plek_datum")
        self.plek_datum.setContentsMargins(0, 0, 0, 0)

        self.rij_wanneer.addLayout(self.plek_datum)

        self.plek_tot = QVBoxLayout()
        self.plek_tot.setSpacing(3)
        self.plek_tot.setObjectName(u"plek_tot")
        self.plek_tot.setContentsMargins(0, 0, 0, 0)

        self.rij_wanneer.addLayout(self.plek_tot)

        self.plek_stand = QVBoxLayout()
        self.plek_stand.setSpacing(3)
        self.plek_stand.setObjectName(u"plek_stand")
        self.plek_stand.setContentsMargins(0, 0, 0, 0)

        self.rij_wanneer.addLayout(self.plek_stand)

        self.rij_wanneer.setStretch(0, 1)
        self.rij_wanneer.setStretch(1, 1)

        self.binnen_kaart_wat.addLayout(self.rij_wanneer)

        self.plek_wie = QVBoxLayout()
        self.plek_wie.setSpacing(3)
        self.plek_wie.setObjectName(u"plek_wie")
        self.plek_wie.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wat.addLayout(self.plek_wie)

        self.plek_gedeeld = QVBoxLayout()
        self.plek_gedeeld.setSpacing(3)
        self.plek_gedeeld.setObjectName(u"plek_gedeeld")
        self.plek_gedeeld.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wat.addLayout(self.plek_gedeeld)

        self.plek_let_op = QVBoxLayout()
        self.plek_let_op.setSpacing(3)
        self.plek_let_op.setObjectName(u"plek_let_op")
        self.plek_let_op.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wat.addLayout(self.plek_let_op)

        self.lucht = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.binnen_kaart_wat.addItem(self.lucht)

        self.binnen_kaart_wat.setStretch(6, 1)

        self.kolommen.addWidget(self.kaart_wat)

        self.kaart_verhaal = QFrame(ActieForm)
        self.kaart_verhaal.setObjectName(u"kaart_verhaal")
        self.kaart_verhaal.setProperty(u"card", True)
        self.binnen_kaart_verhaal = QVBoxLayout(self.kaart_verhaal)
        self.binnen_kaart_verhaal.setSpacing(9)
        self.binnen_kaart_verhaal.setObjectName(u"binnen_kaart_verhaal")
        self.binnen_kaart_verhaal.setContentsMargins(16, 12, 16, 14)
        self.kop_verhaal = QLabel(self.kaart_verhaal)
        self.kop_verhaal.setObjectName(u"kop_verhaal")
        self.kop_verhaal.setTextFormat(Qt.TextFormat.PlainText)

        self.binnen_kaart_verhaal.addWidget(self.kop_verhaal)

        self.plek_toelichting = QVBoxLayout()
        self.plek_toelichting.setSpacing(3)
        self.plek_toelichting.setObjectName(u"plek_toelichting")
        self.plek_toelichting.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_verhaal.addLayout(self.plek_toelichting)

        self.plek_waarom = QVBoxLayout()
        self.plek_waarom.setSpacing(3)
        self.plek_waarom.setObjectName(u"plek_waarom")
        self.plek_waarom.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_verhaal.addLayout(self.plek_waarom)

        self.plek_effect = QVBoxLayout()
        self.plek_effect.setSpacing(3)
        self.plek_effect.setObjectName(u"plek_effect")
        self.plek_effect.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_verhaal.addLayout(self.plek_effect)

        self.binnen_kaart_verhaal.setStretch(1, 2)
        self.binnen_kaart_verhaal.setStretch(2, 1)
        self.binnen_kaart_verhaal.setStretch(3, 1)

        self.kolommen.addWidget(self.kaart_verhaal)

        self.kolommen.setStretch(1, 5)
        self.kolommen.setStretch(2, 5)

        self.retranslateUi(ActieForm)
    # setupUi

    def retranslateUi(self, ActieForm):
        self.kop_keuze.setText(QCoreApplication.translate("ActieForm", u"Welke actie?", None))
        self.kop_keuze.setProperty(u"role", QCoreApplication.translate("ActieForm", u"h2", None))
        self.kop_wat.setText(QCoreApplication.translate("ActieForm", u"Wanneer en wie", None))
        self.kop_wat.setProperty(u"role", QCoreApplication.translate("ActieForm", u"h2", None))
        self.kop_verhaal.setText(QCoreApplication.translate("ActieForm", u"Verslag", None))
        self.kop_verhaal.setProperty(u"role", QCoreApplication.translate("ActieForm", u"h2", None))
        pass
    # retranslateUi

