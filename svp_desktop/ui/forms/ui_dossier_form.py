# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'dossier_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (Qt)
from PySide6.QtWidgets import (QFrame, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_DossierForm(object):
    def setupUi(self, DossierForm):
        if not DossierForm.objectName():
            DossierForm.setObjectName(u"DossierForm")
        DossierForm.setProperty(u"clear", True)
        self.binnen = QVBoxLayout(DossierForm)
        self.binnen.setSpacing(0)
        self.binnen.setObjectName(u"binnen")
        self.binnen.setContentsMargins(0, 0, 0, 0)
        self.kaart = QFrame(DossierForm)
        self.kaart.setObjectName(u"kaart")
        self.kaart.setProperty(u"card", True)
        self.binnen_kaart = QVBoxLayout(self.kaart)
        self.binnen_kaart.setSpacing(10)
        self.binnen_kaart.setObjectName(u"binnen_kaart")
        self.binnen_kaart.setContentsMargins(16, 12, 16, 14)
        self.plek_uitleg = QVBoxLayout()
        self.plek_uitleg.setSpacing(3)
        self.plek_uitleg.setObjectName(u"plek_uitleg")
        self.plek_uitleg.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart.addLayout(self.plek_uitleg)

        self.plek_naam = QVBoxLayout()
        self.plek_naam.setSpacing(3)
        self.plek_naam.setObjectName(u"plek_naam")
        self.plek_naam.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart.addLayout(self.plek_naam)

        self.plek_groep = QVBoxLayout()
        self.plek_groep.setSpacing(3)
        self.plek_groep.setObjectName(u"plek_groep")
        self.plek_groep.setContentsMargins(0, 0, 0, 0)

        self.binnen_kaart.addLayout(self.plek_groep)


        self.binnen.addWidget(self.kaart)

        self.ruimte = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.binnen.addItem(self.ruimte)

        self.binnen.setStretch(1, 1)

        self.retranslateUi(DossierForm)
    # setupUi

    def retranslateUi(self, DossierForm):
        pass
    # retranslateUi

