# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'aantekening_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QVBoxLayout)

class Ui_AantekeningForm(object):
    def setupUi(self, AantekeningForm):
        if not AantekeningForm.objectName():
            AantekeningForm.setObjectName(u"AantekeningForm")
        AantekeningForm.setProperty(u"clear", True)
        self.binnen = QVBoxLayout(AantekeningForm)
        self.binnen.setSpacing(0)
        self.binnen.setObjectName(u"binnen")
        self.binnen.setContentsMargins(0, 0, 0, 0)
        self.kaart = QFrame(AantekeningForm)
        self.kaart.setObjectName(u"kaart")
        self.kaart.setProperty(u"card", True)
        self.binnen_kaart = QVBoxLayout(self.kaart)
        self.binnen_kaart.setSpacing(10)
        self.binnen_kaart.setObjectName(u"binnen_kaart")
        self.binnen_kaart.setContentsMargins(16, 12, 16, 14)
        self.wanneer = QHBoxLayout()
        self.wanneer.setSpacing(12)
        self.wanneer.setObjectName(u"wanneer")
        self.wanneer.setContentsMargins(0, 0, 0, 0)
        self.plek_datum = QVBoxLayout()
        self.plek_datum.setSpacing(3)
        self.plek_datum.setObjectName(u"plek_datum")
        self.plek_datum.setContentsMargins(0, 0, 0, 0)

        self.wanneer.addLayout(self.plek_datum)

        self.plek_tijd = QVBoxLayout()
        self.plek_tijd.setSpacing(3)
        self.plek_tijd.setObjectName(u"plek_tijd")
        self.plek_tijd.setContentsMargins(0, 0, 0, 0)

        self.wanneer.addLayout(self.plek_tijd)

        self.plek_met_wie = QVBoxLayout()
        self.plek_met_wie.setSpacing(3)
        self.plek_met_wie.setObjectName(u"plek_met_wie")
        self.plek_met_wie.setContentsMargins(0, 0, 0, 0)

        self.wanneer.addLayout(self.plek_met_wie)

        self.wanneer.setStretch(0, 2)
        self.wanneer.setStretch(2, 3)

        self.binnen_kaart.addLayout(self.wanneer)

        self.plek_aard = QVBoxLayout()
        self.plek_aard.setSpacing(3)
        self.plek_aard.setObjectName(u"plek_aard")
        self.plek_aard.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart.addLayout(self.plek_aard)

        self.plek_tekst = QVBoxLayout()
        self.plek_tekst.setSpacing(3)
        self.plek_tekst.setObjectName(u"plek_tekst")
        self.plek_tekst.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart.addLayout(self.plek_tekst)

        self.binnen_kaart.setStretch(2, 1)

        self.binnen.addWidget(self.kaart)

        self.binnen.setStretch(0, 1)

        self.retranslateUi(AantekeningForm)
    # setupUi

    def retranslateUi(self, AantekeningForm):
        pass
    # retranslateUi

