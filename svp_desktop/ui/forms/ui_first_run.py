# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_run.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QCheckBox, QHBoxLayout, QPushButton, QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from svp_desktop.ui.widgets.base import Label
class Ui_FirstRun(object):
    def setupUi(self, FirstRun):
        if not FirstRun.objectName():
            FirstRun.setObjectName(u"FirstRun")
        self.outer = QVBoxLayout(FirstRun)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget(FirstRun)
        self.pages.setObjectName(u"pages")
        self.schoolPage = QWidget()
        self.schoolPage.setObjectName(u"schoolPage")
        self.schoolColumn = QVBoxLayout(self.schoolPage)
        self.schoolColumn.setSpacing(10)
        self.schoolColumn.setObjectName(u"schoolColumn")
        self.schoolColumn.setContentsMargins(0, 0, 0, 0)
        self.schoolTitle = Label(self.schoolPage)
        self.schoolTitle.setObjectName(u"schoolTitle")

        self.schoolColumn.addWidget(self.schoolTitle)

        self.schoolNote = Label(self.schoolPage)
        self.schoolNote.setObjectName(u"schoolNote")
        self.schoolNote.setWordWrap(True)

        self.schoolColumn.addWidget(self.schoolNote)

        self.schoolRow = QHBoxLayout()
        self.schoolRow.setSpacing(12)
        self.schoolRow.setObjectName(u"schoolRow")
        self.schoolRow.setContentsMargins(0, 0, 0, 0)
        self.naamPlek = QVBoxLayout()
        self.naamPlek.setObjectName(u"naamPlek")

        self.schoolRow.addLayout(self.naamPlek)

        self.plaatsPlek = QVBoxLayout()
        self.plaatsPlek.setObjectName(u"plaatsPlek")

        self.schoolRow.addLayout(self.plaatsPlek)


        self.schoolColumn.addLayout(self.schoolRow)

        self.ikTitle = Label(self.schoolPage)
        self.ikTitle.setObjectName(u"ikTitle")

        self.schoolColumn.addWidget(self.ikTitle)

        self.ikRow = QHBoxLayout()
        self.ikRow.setSpacing(12)
        self.ikRow.setObjectName(u"ikRow")
        self.ikRow.setContentsMargins(0, 0, 0, 0)
        self.ikPlek = QVBoxLayout()
        self.ikPlek.setObjectName(u"ikPlek")

        self.ikRow.addLayout(self.ikPlek)

        self.rolPlek = QVBoxLayout()
        self.rolPlek.setObjectName(u"rolPlek")

        self.ikRow.addLayout(self.rolPlek)


        self.schoolColumn.addLayout(self.ikRow)

        self.schoolStretch = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.schoolColumn.addItem(self.schoolStretch)

        self.schoolFoot = QHBoxLayout()
        self.schoolFoot.setSpacing(8)
        self.schoolFoot.setObjectName(u"schoolFoot")
        self.schoolFoot.setContentsMargins(0, 0, 0, 0)
        self.schoolBack = QPushButton(self.schoolPage)
        self.schoolBack.setObjectName(u"schoolBack")
        self.schoolBack.setAutoDefault(True)

        self.schoolFoot.addWidget(self.schoolBack)

        self.schoolFootGap = QSpacerItem(0, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.schoolFoot.addItem(self.schoolFootGap)

        self.schoolNext = QPushButton(self.schoolPage)
        self.schoolNext.setObjectName(u"schoolNext")
        self.schoolNext.setAutoDefault(True)
        self.schoolNext.setProperty(u"primary", True)

        self.schoolFoot.addWidget(self.schoolNext)


        self.schoolColumn.addLayout(self.schoolFoot)

        self.pages.addWidget(self.schoolPage)
        self.passwordPage = QWidget()
        self.passwordPage.setObjectName(u"passwordPage")
        self.passwordColumn = QVBoxLayout(self.passwordPage)
        self.passwordColumn.setSpacing(10)
        self.passwordColumn.setObjectName(u"passwordColumn")
        self.passwordColumn.setContentsMargins(0, 0, 0, 0)
        self.passwordTitle = Label(self.passwordPage)
        self.passwordTitle.setObjectName(u"passwordTitle")

        self.passwordColumn.addWidget(self.passwordTitle)

        self.passwordNote = Label(self.passwordPage)
        self.passwordNote.setObjectName(u"passwordNote")
        self.passwordNote.setWordWrap(True)

        self.passwordColumn.addWidget(self.passwordNote)

        self.passwordRow = QHBoxLayout()
        self.passwordRow.setSpacing(22)
        self.passwordRow.setObjectName(u"passwordRow")
        self.passwordRow.setContentsMargins(0, 0, 0, 0)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(8)
        self.fields.setObjectName(u"fields")
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.wachtwoordPlek = QVBoxLayout()
        self.wachtwoordPlek.setObjectName(u"wachtwoordPlek")

        self.fields.addLayout(self.wachtwoordPlek)

        self.fieldsStretch = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fields.addItem(self.fieldsStretch)


        self.passwordRow.addLayout(self.fields)

        self.regels = QVBoxLayout()
        self.regels.setObjectName(u"regels")

        self.passwordRow.addLayout(self.regels)


        self.passwordColumn.addLayout(self.passwordRow)

        self.kwijtPlek = QVBoxLayout()
        self.kwijtPlek.setObjectName(u"kwijtPlek")

        self.passwordColumn.addLayout(self.kwijtPlek)

        self.kwijt = QCheckBox(self.passwordPage)
        self.kwijt.setObjectName(u"kwijt")

        self.passwordColumn.addWidget(self.kwijt)

        self.passwordStretch = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.passwordColumn.addItem(self.passwordStretch)

        self.passwordFoot = QHBoxLayout()
        self.passwordFoot.setSpacing(8)
        self.passwordFoot.setObjectName(u"passwordFoot")
        self.passwordFoot.setContentsMargins(0, 0, 0, 0)
        self.passwordBack = QPushButton(self.passwordPage)
        self.passwordBack.setObjectName(u"passwordBack")
        self.passwordBack.setAutoDefault(True)

        self.passwordFoot.addWidget(self.passwordBack)

        self.passwordFootGap = QSpacerItem(0, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.passwordFoot.addItem(self.passwordFootGap)

        self.create = QPushButton(self.passwordPage)
        self.create.setObjectName(u"create")
        self.create.setAutoDefault(True)
        self.create.setProperty(u"primary", True)

        self.passwordFoot.addWidget(self.create)


        self.passwordColumn.addLayout(self.passwordFoot)

        self.pages.addWidget(self.passwordPage)
        self.sheetPage = QWidget()
        self.sheetPage.setObjectName(u"sheetPage")
        self.sheetPlek = QVBoxLayout(self.sheetPage)
        self.sheetPlek.setObjectName(u"sheetPlek")
        self.sheetPlek.setContentsMargins(0, 0, 0, 0)
        self.pages.addWidget(self.sheetPage)
        self.readyPage = QWidget()
        self.readyPage.setObjectName(u"readyPage")
        self.readyColumn = QVBoxLayout(self.readyPage)
        self.readyColumn.setSpacing(10)
        self.readyColumn.setObjectName(u"readyColumn")
        self.readyColumn.setContentsMargins(0, 0, 0, 0)
        self.readyHead = QHBoxLayout()
        self.readyHead.setObjectName(u"readyHead")

        self.readyColumn.addLayout(self.readyHead)

        self.readyNote = Label(self.readyPage)
        self.readyNote.setObjectName(u"readyNote")
        self.readyNote.setWordWrap(True)

        self.readyColumn.addWidget(self.readyNote)

        self.readyChoices = QVBoxLayout()
        self.readyChoices.setObjectName(u"readyChoices")

        self.readyColumn.addLayout(self.readyChoices)

        self.readyStretch = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.readyColumn.addItem(self.readyStretch)

        self.pages.addWidget(self.readyPage)

        self.outer.addWidget(self.pages)


        self.retranslateUi(FirstRun)
    # setupUi

    def retranslateUi(self, FirstRun):
        self.schoolTitle.setProperty(u"role", QCoreApplication.translate("FirstRun", u"h2", None))
        self.schoolTitle.setText(QCoreApplication.translate("FirstRun", u"Uw school", None))
        self.schoolNote.setProperty(u"role", QCoreApplication.translate("FirstRun", u"muted", None))
        self.schoolNote.setText(QCoreApplication.translate("FirstRun", u"Deze naam komt boven elke brief. Adres, logo en de rest vult u later in bij Instellingen.", None))
        self.ikTitle.setProperty(u"role", QCoreApplication.translate("FirstRun", u"h2", None))
        self.ikTitle.setText(QCoreApplication.translate("FirstRun", u"Wie bent u?", None))
        self.schoolBack.setText(QCoreApplication.translate("FirstRun", u"Terug", None))
        self.schoolNext.setText(QCoreApplication.translate("FirstRun", u"Verder", None))
        self.passwordTitle.setProperty(u"role", QCoreApplication.translate("FirstRun", u"h2", None))
        self.passwordTitle.setText(QCoreApplication.translate("FirstRun", u"Kies een wachtwoord", None))
        self.passwordNote.setProperty(u"role", QCoreApplication.translate("FirstRun", u"muted", None))
        self.passwordNote.setText(QCoreApplication.translate("FirstRun", u"Zes losse woorden achter elkaar zijn goed te onthouden en moeilijk te raden.", None))
        self.kwijt.setText(QCoreApplication.translate("FirstRun", u"Ik begrijp het: wachtwoord en herstelblad kwijt is gegevens kwijt.", None))
        self.passwordBack.setText(QCoreApplication.translate("FirstRun", u"Terug", None))
        self.create.setText(QCoreApplication.translate("FirstRun", u"School maken", None))
        self.readyNote.setProperty(u"role", QCoreApplication.translate("FirstRun", u"muted", None))
        self.readyNote.setText(QCoreApplication.translate("FirstRun", u"Alles staat versleuteld op deze computer.", None))
        pass
    # retranslateUi

