# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'unlock.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from svp_desktop.ui.widgets.base import Label
class Ui_Unlock(object):
    def setupUi(self, Unlock):
        if not Unlock.objectName():
            Unlock.setObjectName(u"Unlock")
        Unlock.resize(1366, 768)
        self.page = QVBoxLayout(Unlock)
        self.page.setSpacing(0)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(24, 12, 24, 116)
        self.above = QSpacerItem(20, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page.addItem(self.above)

        self.school = QLabel(Unlock)
        self.school.setObjectName(u"school")
        self.school.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.school.setTextFormat(Qt.TextFormat.PlainText)

        self.page.addWidget(self.school)

        self.motto = QLabel(Unlock)
        self.motto.setObjectName(u"motto")
        self.motto.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.motto.setTextFormat(Qt.TextFormat.PlainText)

        self.page.addWidget(self.motto)

        self.gap = QSpacerItem(20, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.page.addItem(self.gap)

        self.middle = QHBoxLayout()
        self.middle.setObjectName(u"middle")
        self.left = QSpacerItem(0, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.left)

        self.card = QFrame(Unlock)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"card", True)
        self.columns = QHBoxLayout(self.card)
        self.columns.setSpacing(22)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(20, 18, 24, 16)
        self.who = QWidget(self.card)
        self.who.setObjectName(u"who")
        self.whoColumn = QVBoxLayout(self.who)
        self.whoColumn.setSpacing(4)
        self.whoColumn.setObjectName(u"whoColumn")
        self.whoColumn.setContentsMargins(0, 0, 0, 0)
        self.whoTitle = QLabel(self.who)
        self.whoTitle.setObjectName(u"whoTitle")

        self.whoColumn.addWidget(self.whoTitle)

        self.accounts = QVBoxLayout()
        self.accounts.setSpacing(4)
        self.accounts.setObjectName(u"accounts")
        self.accounts.setContentsMargins(-1, 4, -1, -1)

        self.whoColumn.addLayout(self.accounts)

        self.whoStretch = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whoColumn.addItem(self.whoStretch)

        self.whoNote = QLabel(self.who)
        self.whoNote.setObjectName(u"whoNote")

        self.whoColumn.addWidget(self.whoNote)


        self.columns.addWidget(self.who)

        self.divider = QFrame(self.card)
        self.divider.setObjectName(u"divider")

        self.columns.addWidget(self.divider)

        self.passwordColumn = QVBoxLayout()
        self.passwordColumn.setSpacing(6)
        self.passwordColumn.setObjectName(u"passwordColumn")
        self.passwordTitle = QLabel(self.card)
        self.passwordTitle.setObjectName(u"passwordTitle")

        self.passwordColumn.addWidget(self.passwordTitle)

        self.passwordRow = QHBoxLayout()
        self.passwordRow.setSpacing(8)
        self.passwordRow.setObjectName(u"passwordRow")
        self.passwordRow.setContentsMargins(-1, 2, -1, -1)
        self.password = QLineEdit(self.card)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"big", True)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(1024)

        self.passwordRow.addWidget(self.password)

        self.show = QPushButton(self.card)
        self.show.setObjectName(u"show")
        self.show.setProperty(u"big", True)
        self.show.setCheckable(True)
        self.show.setAutoDefault(True)

        self.passwordRow.addWidget(self.show)


        self.passwordColumn.addLayout(self.passwordRow)

        self.capsRow = QWidget(self.card)
        self.capsRow.setObjectName(u"capsRow")
        self.capsLayout = QHBoxLayout(self.capsRow)
        self.capsLayout.setSpacing(6)
        self.capsLayout.setObjectName(u"capsLayout")
        self.capsLayout.setContentsMargins(0, 0, 0, 0)
        self.capsIcon = QHBoxLayout()
        self.capsIcon.setObjectName(u"capsIcon")

        self.capsLayout.addLayout(self.capsIcon)

        self.caps = QLabel(self.capsRow)
        self.caps.setObjectName(u"caps")

        self.capsLayout.addWidget(self.caps)

        self.capsStretch = QSpacerItem(0, 18, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.capsLayout.addItem(self.capsStretch)


        self.passwordColumn.addWidget(self.capsRow)

        self.open = QPushButton(self.card)
        self.open.setObjectName(u"open")
        self.open.setProperty(u"big", True)
        self.open.setProperty(u"primary", True)
        self.open.setAutoDefault(True)

        self.passwordColumn.addWidget(self.open)

        self.forgotRow = QHBoxLayout()
        self.forgotRow.setObjectName(u"forgotRow")
        self.forgot = QPushButton(self.card)
        self.forgot.setObjectName(u"forgot")
        self.forgot.setProperty(u"link", True)
        self.forgot.setAutoDefault(True)

        self.forgotRow.addWidget(self.forgot)

        self.forgotGap = QSpacerItem(0, 18, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.forgotRow.addItem(self.forgotGap)


        self.passwordColumn.addLayout(self.forgotRow)

        self.errorRow = QWidget(self.card)
        self.errorRow.setObjectName(u"errorRow")
        self.errorLayout = QHBoxLayout(self.errorRow)
        self.errorLayout.setSpacing(6)
        self.errorLayout.setObjectName(u"errorLayout")
        self.errorLayout.setContentsMargins(0, 4, 0, 0)
        self.errorIcon = QVBoxLayout()
        self.errorIcon.setObjectName(u"errorIcon")

        self.errorLayout.addLayout(self.errorIcon)

        self.errorWords = QVBoxLayout()
        self.errorWords.setSpacing(1)
        self.errorWords.setObjectName(u"errorWords")
        self.errorLead = QLabel(self.errorRow)
        self.errorLead.setObjectName(u"errorLead")

        self.errorWords.addWidget(self.errorLead)

        self.errorText = Label(self.errorRow)
        self.errorText.setObjectName(u"errorText")
        self.errorText.setWordWrap(True)

        self.errorWords.addWidget(self.errorText)

        self.errorStretch = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.errorWords.addItem(self.errorStretch)


        self.errorLayout.addLayout(self.errorWords)


        self.passwordColumn.addWidget(self.errorRow)

        self.passwordStretch = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.passwordColumn.addItem(self.passwordStretch)

        self.backupRule = QFrame(self.card)
        self.backupRule.setObjectName(u"backupRule")

        self.passwordColumn.addWidget(self.backupRule)

        self.backupPlek = QVBoxLayout()
        self.backupPlek.setObjectName(u"backupPlek")
        self.backupPlek.setContentsMargins(-1, 4, -1, -1)

        self.passwordColumn.addLayout(self.backupPlek)


        self.columns.addLayout(self.passwordColumn)


        self.middle.addWidget(self.card)

        self.right = QSpacerItem(0, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.right)


        self.page.addLayout(self.middle)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(-1, 12, -1, -1)
        self.footLeft = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.footLeft)

        self.offlineIcon = QHBoxLayout()
        self.offlineIcon.setObjectName(u"offlineIcon")

        self.foot.addLayout(self.offlineIcon)

        self.offline = QLabel(Unlock)
        self.offline.setObjectName(u"offline")

        self.foot.addWidget(self.offline)

        self.help = QPushButton(Unlock)
        self.help.setObjectName(u"help")
        self.help.setProperty(u"quiet", True)
        self.help.setAutoDefault(True)

        self.foot.addWidget(self.help)

        self.other = QPushButton(Unlock)
        self.other.setObjectName(u"other")
        self.other.setProperty(u"quiet", True)
        self.other.setAutoDefault(True)

        self.foot.addWidget(self.other)

        self.footRight = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.footRight)


        self.page.addLayout(self.foot)

        self.below = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page.addItem(self.below)

#if QT_CONFIG(shortcut)
        self.passwordTitle.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Unlock)
    # setupUi

    def retranslateUi(self, Unlock):
        self.school.setProperty(u"role", QCoreApplication.translate("Unlock", u"h1", None))
        self.motto.setProperty(u"role", QCoreApplication.translate("Unlock", u"muted", None))
        self.whoTitle.setProperty(u"role", QCoreApplication.translate("Unlock", u"h2", None))
        self.whoTitle.setText(QCoreApplication.translate("Unlock", u"Wie bent u?", None))
        self.whoNote.setProperty(u"role", QCoreApplication.translate("Unlock", u"small", None))
        self.whoNote.setText(QCoreApplication.translate("Unlock", u"U ziet alleen wat bij uw rol hoort.", None))
        self.divider.setProperty(u"rule", QCoreApplication.translate("Unlock", u"v", None))
        self.passwordTitle.setProperty(u"role", QCoreApplication.translate("Unlock", u"h2", None))
        self.passwordTitle.setText(QCoreApplication.translate("Unlock", u"Wachtwoord", None))
        self.show.setText(QCoreApplication.translate("Unlock", u"Tonen", None))
        self.caps.setProperty(u"role", QCoreApplication.translate("Unlock", u"warn", None))
        self.caps.setText(QCoreApplication.translate("Unlock", u"Hoofdletters staan vast (Caps Lock)", None))
        self.open.setText(QCoreApplication.translate("Unlock", u"Openen", None))
        self.forgot.setText(QCoreApplication.translate("Unlock", u"Wachtwoord vergeten? Openen met het herstelblad", None))
        self.errorLead.setProperty(u"role", QCoreApplication.translate("Unlock", u"dangerlead", None))
        self.backupRule.setProperty(u"rule", QCoreApplication.translate("Unlock", u"h", None))
        self.offline.setProperty(u"role", QCoreApplication.translate("Unlock", u"muted", None))
        self.offline.setText(QCoreApplication.translate("Unlock", u"Werkt op deze computer, zonder internet", None))
        self.help.setText(QCoreApplication.translate("Unlock", u"Hulp  F1", None))
        self.other.setText(QCoreApplication.translate("Unlock", u"Andere school of kopie openen", None))
        pass
    # retranslateUi

