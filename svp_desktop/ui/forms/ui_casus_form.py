# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'casus_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_CasusForm(object):
    def setupUi(self, CasusForm):
        if not CasusForm.objectName():
            CasusForm.setObjectName(u"CasusForm")
        CasusForm.setProperty(u"clear", True)
        self.kolommen = QHBoxLayout(CasusForm)
        self.kolommen.setSpacing(12)
        self.kolommen.setObjectName(u"kolommen")
        self.kolommen.setContentsMargins(0, 0, 0, 0)
        self.kaart_wie = QFrame(CasusForm)
        self.kaart_wie.setObjectName(u"kaart_wie")
        self.kaart_wie.setProperty(u"card", True)
        self.binnen_kaart_wie = QVBoxLayout(self.kaart_wie)
        self.binnen_kaart_wie.setSpacing(10)
        self.binnen_kaart_wie.setObjectName(u"binnen_kaart_wie")
        self.binnen_kaart_wie.setContentsMargins(16, 12, 16, 14)
        self.kop_wie = QLabel(self.kaart_wie)
        self.kop_wie.setObjectName(u"kop_wie")
        self.kop_wie.setTextFormat(Qt.TextFormat.PlainText)

        self.binnen_kaart_wie.addWidget(self.kop_wie)

        self.plek_soort = QVBoxLayout()
        self.plek_soort.setSpacing(3)
        self.plek_soort.setObjectName(u"plek_soort")
        self.plek_soort.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wie.addLayout(self.plek_soort)

        self.plek_leerling = QVBoxLayout()
        self.plek_leerling.setSpacing(3)
        self.plek_leerling.setObjectName(u"plek_leerling")
        self.plek_leerling.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wie.addLayout(self.plek_leerling)

        self.plek_groep = QVBoxLayout()
        self.plek_groep.setSpacing(3)
        self.plek_groep.setObjectName(u"plek_groep")
        self.plek_groep.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wie.addLayout(self.plek_groep)

        self.plek_eigenaar = QVBoxLayout()
        self.plek_eigenaar.setSpacing(3)
        self.plek_eigenaar.setObjectName(u"plek_eigenaar")
        self.plek_eigenaar.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wie.addLayout(self.plek_eigenaar)

        self.plek_zorg = QVBoxLayout()
        self.plek_zorg.setSpacing(3)
        self.plek_zorg.setObjectName(u"plek_zorg")
        self.plek_zorg.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wie.addLayout(self.plek_zorg)

        self.plek_let_op = QVBoxLayout()
        self.plek_let_op.setSpacing(3)
        self.plek_let_op.setObjectName(u"plek_let_op")
        self.plek_let_op.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_wie.addLayout(self.plek_let_op)

        self.lucht = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.binnen_kaart_wie.addItem(self.lucht)

        self.binnen_kaart_wie.setStretch(7, 1)

        self.kolommen.addWidget(self.kaart_wie)

        self.kaart_waarom = QFrame(CasusForm)
        self.kaart_waarom.setObjectName(u"kaart_waarom")
        self.kaart_waarom.setProperty(u"card", True)
        self.binnen_kaart_waarom = QVBoxLayout(self.kaart_waarom)
        self.binnen_kaart_waarom.setSpacing(10)
        self.binnen_kaart_waarom.setObjectName(u"binnen_kaart_waarom")
        self.binnen_kaart_waarom.setContentsMargins(16, 12, 16, 14)
        self.kop_waarom = QLabel(self.kaart_waarom)
        self.kop_waarom.setObjectName(u"kop_waarom")
        self.kop_waarom.setTextFormat(Qt.TextFormat.PlainText)

        self.binnen_kaart_waarom.addWidget(self.kop_waarom)

        self.plek_aanleiding = QVBoxLayout()
        self.plek_aanleiding.setSpacing(3)
        self.plek_aanleiding.setObjectName(u"plek_aanleiding")
        self.plek_aanleiding.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_waarom.addLayout(self.plek_aanleiding)

        self.plek_doel = QVBoxLayout()
        self.plek_doel.setSpacing(3)
        self.plek_doel.setObjectName(u"plek_doel")
        self.plek_doel.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_waarom.addLayout(self.plek_doel)

        self.binnen_kaart_waarom.setStretch(1, 3)
        self.binnen_kaart_waarom.setStretch(2, 2)

        self.kolommen.addWidget(self.kaart_waarom)

        self.kaart_incidenten = QFrame(CasusForm)
        self.kaart_incidenten.setObjectName(u"kaart_incidenten")
        self.kaart_incidenten.setProperty(u"card", True)
        self.binnen_kaart_incidenten = QVBoxLayout(self.kaart_incidenten)
        self.binnen_kaart_incidenten.setSpacing(8)
        self.binnen_kaart_incidenten.setObjectName(u"binnen_kaart_incidenten")
        self.binnen_kaart_incidenten.setContentsMargins(16, 12, 16, 14)
        self.kop_incidenten = QLabel(self.kaart_incidenten)
        self.kop_incidenten.setObjectName(u"kop_incidenten")
        self.kop_incidenten.setTextFormat(Qt.TextFormat.PlainText)

        self.binnen_kaart_incidenten.addWidget(self.kop_incidenten)

        self.uitleg_incidenten = QLabel(self.kaart_incidenten)
        self.uitleg_incidenten.setObjectName(u"uitleg_incidenten")
        self.uitleg_incidenten.setTextFormat(Qt.TextFormat.PlainText)

        self.binnen_kaart_incidenten.addWidget(self.uitleg_incidenten)

        self.plek_incidenten = QVBoxLayout()
        self.plek_incidenten.setSpacing(3)
        self.plek_incidenten.setObjectName(u"plek_incidenten")
        self.plek_incidenten.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart_incidenten.addLayout(self.plek_incidenten)

        self.binnen_kaart_incidenten.setStretch(2, 1)

        self.kolommen.addWidget(self.kaart_incidenten)

        self.kolommen.setStretch(0, 4)
        self.kolommen.setStretch(1, 5)
        self.kolommen.setStretch(2, 5)

        self.retranslateUi(CasusForm)
    # setupUi

    def retranslateUi(self, CasusForm):
        self.kop_wie.setText(QCoreApplication.translate("CasusForm", u"Over wie", None))
        self.kop_wie.setProperty(u"role", QCoreApplication.translate("CasusForm", u"h2", None))
        self.kop_waarom.setText(QCoreApplication.translate("CasusForm", u"Waarom en waarheen", None))
        self.kop_waarom.setProperty(u"role", QCoreApplication.translate("CasusForm", u"h2", None))
        self.kop_incidenten.setText(QCoreApplication.translate("CasusForm", u"Incidenten van dit kind", None))
        self.kop_incidenten.setProperty(u"role", QCoreApplication.translate("CasusForm", u"h2", None))
        self.uitleg_incidenten.setText(QCoreApplication.translate("CasusForm", u"Wat u aanvinkt, komt in de tijdlijn en op de ladder.", None))
        self.uitleg_incidenten.setProperty(u"role", QCoreApplication.translate("CasusForm", u"small", None))
        pass
    # retranslateUi

