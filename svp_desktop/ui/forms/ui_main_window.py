# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'main_window.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from svp_desktop.ui.widgets.base import ElidedLabel
class Ui_MainWindow(object):
    def setupUi(self, MainWindow):
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        self.outer = QVBoxLayout(MainWindow)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.banner = QFrame(MainWindow)
        self.banner.setObjectName(u"banner")
        self.banner.setProperty(u"banner", True)
        self.bannerRow = QHBoxLayout(self.banner)
        self.bannerRow.setSpacing(8)
        self.bannerRow.setObjectName(u"bannerRow")
        self.bannerRow.setContentsMargins(16, 2, 16, 2)
        self.bannerIcon = QHBoxLayout()
        self.bannerIcon.setObjectName(u"bannerIcon")

        self.bannerRow.addLayout(self.bannerIcon)

        self.bannerText = QLabel(self.banner)
        self.bannerText.setObjectName(u"bannerText")

        self.bannerRow.addWidget(self.bannerText)

        self.bannerGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bannerRow.addItem(self.bannerGap)

        self.lookAs = QPushButton(self.banner)
        self.lookAs.setObjectName(u"lookAs")
        self.lookAs.setProperty(u"link", True)
        self.lookAs.setAutoDefault(True)

        self.bannerRow.addWidget(self.lookAs)

        self.stopDemo = QPushButton(self.banner)
        self.stopDemo.setObjectName(u"stopDemo")
        self.stopDemo.setProperty(u"link", True)
        self.stopDemo.setAutoDefault(True)

        self.bannerRow.addWidget(self.stopDemo)


        self.outer.addWidget(self.banner)

        self.top = QHBoxLayout()
        self.top.setSpacing(12)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(16, 8, 16, 2)
        self.left = QWidget(MainWindow)
        self.left.setObjectName(u"left")
        self.leftRow = QHBoxLayout(self.left)
        self.leftRow.setSpacing(12)
        self.leftRow.setObjectName(u"leftRow")
        self.leftRow.setContentsMargins(0, 0, 0, 0)
        self.school = ElidedLabel(self.left)
        self.school.setObjectName(u"school")

        self.leftRow.addWidget(self.school)

        self.user = ElidedLabel(self.left)
        self.user.setObjectName(u"user")

        self.leftRow.addWidget(self.user)

        self.leftGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.leftRow.addItem(self.leftGap)


        self.top.addWidget(self.left)

        self.searchPlace = QHBoxLayout()
        self.searchPlace.setObjectName(u"searchPlace")

        self.top.addLayout(self.searchPlace)

        self.right = QWidget(MainWindow)
        self.right.setObjectName(u"right")
        self.rightRow = QHBoxLayout(self.right)
        self.rightRow.setSpacing(4)
        self.rightRow.setObjectName(u"rightRow")
        self.rightRow.setContentsMargins(0, 0, 0, 0)
        self.rightGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.rightRow.addItem(self.rightGap)

        self.blank = QPushButton(self.right)
        self.blank.setObjectName(u"blank")
        self.blank.setProperty(u"quiet", True)
        self.blank.setAutoDefault(True)

        self.rightRow.addWidget(self.blank)

        self.lock = QPushButton(self.right)
        self.lock.setObjectName(u"lock")
        self.lock.setAutoDefault(True)

        self.rightRow.addWidget(self.lock)


        self.top.addWidget(self.right)


        self.outer.addLayout(self.top)

        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.bar.setContentsMargins(4, 0, 12, 0)
        self.tabsPlace = QHBoxLayout()
        self.tabsPlace.setObjectName(u"tabsPlace")

        self.bar.addLayout(self.tabsPlace)

        self.barGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar.addItem(self.barGap)

        self.morePlace = QHBoxLayout()
        self.morePlace.setObjectName(u"morePlace")

        self.bar.addLayout(self.morePlace)


        self.outer.addLayout(self.bar)

        self.line = QFrame(MainWindow)
        self.line.setObjectName(u"line")

        self.outer.addWidget(self.line)

        self.messages = QVBoxLayout()
        self.messages.setObjectName(u"messages")
        self.messages.setContentsMargins(0, 0, 0, 0)

        self.outer.addLayout(self.messages)

        self.pages = QStackedWidget(MainWindow)
        self.pages.setObjectName(u"pages")

        self.outer.addWidget(self.pages)


        self.retranslateUi(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow):
        self.bannerText.setProperty(u"role", QCoreApplication.translate("MainWindow", u"lead", None))
        self.bannerText.setText(QCoreApplication.translate("MainWindow", u"Voorbeeldschool: alles is verzonnen. Zet hier geen echte gegevens in.", None))
        self.lookAs.setText(QCoreApplication.translate("MainWindow", u"Kijken als", None))
        self.stopDemo.setText(QCoreApplication.translate("MainWindow", u"Stoppen met het voorbeeld", None))
        self.school.setProperty(u"role", QCoreApplication.translate("MainWindow", u"h2", None))
        self.user.setProperty(u"role", QCoreApplication.translate("MainWindow", u"small", None))
        self.blank.setText(QCoreApplication.translate("MainWindow", u"Leeg scherm", None))
#if QT_CONFIG(tooltip)
        self.blank.setToolTip(QCoreApplication.translate("MainWindow", u"Scherm leegmaken (F12)", None))
#endif // QT_CONFIG(tooltip)
        self.lock.setText(QCoreApplication.translate("MainWindow", u"Vergrendelen", None))
#if QT_CONFIG(tooltip)
        self.lock.setToolTip(QCoreApplication.translate("MainWindow", u"Vergrendelen (Ctrl+L)", None))
#endif // QT_CONFIG(tooltip)
        self.line.setProperty(u"rule", QCoreApplication.translate("MainWindow", u"h", None))
        pass
    # retranslateUi

