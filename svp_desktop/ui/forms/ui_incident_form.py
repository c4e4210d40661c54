# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'incident_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from svp_desktop.ui.tabs.incidenten.kinds import KindChips
from svp_desktop.ui.tabs.incidenten.message import Message
from svp_desktop.ui.tabs.incidenten.persons import PersonsGrid
from svp_desktop.ui.widgets.fields import Area

class Ui_IncidentForm(object):
    def setupUi(self, IncidentForm):
        if not IncidentForm.objectName():
            IncidentForm.setObjectName(u"IncidentForm")
        IncidentForm.setProperty(u"clear", True)
        self.kolommen = QGridLayout(IncidentForm)
        self.kolommen.setSpacing(12)
        self.kolommen.setObjectName(u"kolommen")
        self.kolommen.setContentsMargins(0, 0, 0, 0)
        self.kolom_wie = QWidget(IncidentForm)
        self.kolom_wie.setObjectName(u"kolom_wie")
        self.kolom_wie.setProperty(u"clear", True)
        self.stapel_wie = QVBoxLayout(self.kolom_wie)
        self.stapel_wie.setSpacing(12)
        self.stapel_wie.setObjectName(u"stapel_wie")
        self.stapel_wie.setContentsMargins(0, 0, 0, 0)
        self.kaart_wie = QFrame(self.kolom_wie)
        self.kaart_wie.setObjectName(u"kaart_wie")
        self.kaart_wie.setProperty(u"card", True)
        self.binnen_wie = QVBoxLayout(self.kaart_wie)
        self.binnen_wie.setSpacing(7)
        self.binnen_wie.setObjectName(u"binnen_wie")
        self.binnen_wie.setContentsMargins(16, 11, 16, 12)
        self.rij_wanneer = QHBoxLayout()
        self.rij_wanneer.setSpacing(10)
        self.rij_wanneer.setObjectName(u"rij_wanneer")
        self.rij_wanneer.setContentsMargins(0, 0, 0, 0)
        self.plek_datum = QVBoxLayout()
        self.plek_datum.setSpacing(3)
        self.plek_datum.setObjectName(u"plek_datum")
        self.plek_datum.setContentsMargins(0, 0, 0, 0)
        self.kop_datum = QLabel(self.kaart_wie)
        self.kop_datum.setObjectName(u"kop_datum")
        self.kop_datum.setTextFormat(Qt.TextFormat.PlainText)

        self.plek_datum.addWidget(self.kop_datum)


        self.rij_wanneer.addLayout(self.plek_datum)

        self.plek_tijd = QVBoxLayout()
        self.plek_tijd.setSpacing(3)
        self.plek_tijd.setObjectName(u"plek_tijd")
        self.plek_tijd.setContentsMargins(0, 0, 0, 0)
        self.kop_tijd = QLabel(self.kaart_wie)
        self.kop_tijd.setObjectName(u"kop_tijd")
        self.kop_tijd.setTextFormat(Qt.TextFormat.PlainText)

        self.plek_tijd.addWidget(self.kop_tijd)


        self.rij_wanneer.addLayout(self.plek_tijd)

        self.plek_plaats = QVBoxLayout()
        self.plek_plaats.setSpacing(3)
        self.plek_plaats.setObjectName(u"plek_plaats")
        self.plek_plaats.setContentsMargins(0, 0, 0, 0)
        self.kop_rij_plaats = QHBoxLayout()
        self.kop_rij_plaats.setSpacing(8)
        self.kop_rij_plaats.setObjectName(u"kop_rij_plaats")
        self.kop_rij_plaats.setContentsMargins(0, 0, 0, 0)
        self.kop_plaats = QLabel(self.kaart_wie)
        self.kop_plaats.setObjectName(u"kop_plaats")
        self.kop_plaats.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_rij_plaats.addWidget(self.kop_plaats)

        self.rek_plaats = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kop_rij_plaats.addItem(self.rek_plaats)


        self.plek_plaats.addLayout(self.kop_rij_plaats)

        self.plaats = QLineEdit(self.kaart_wie)
        self.plaats.setObjectName(u"plaats")

        self.plek_plaats.addWidget(self.plaats)


        self.rij_wanneer.addLayout(self.plek_plaats)

        self.rij_wanneer.setStretch(2, 1)

        self.binnen_wie.addLayout(self.rij_wanneer)

        self.melding_datum = Message(self.kaart_wie)
        self.melding_datum.setObjectName(u"melding_datum")

        self.binnen_wie.addWidget(self.melding_datum)

        self.melding_tijd = Message(self.kaart_wie)
        self.melding_tijd.setObjectName(u"melding_tijd")

        self.binnen_wie.addWidget(self.melding_tijd)

        self.melding_plaats = Message(self.kaart_wie)
        self.melding_plaats.setObjectName(u"melding_plaats")

        self.binnen_wie.addWidget(self.melding_plaats)

        self.plek_bereik = QVBoxLayout()
        self.plek_bereik.setSpacing(8)
        self.plek_bereik.setObjectName(u"plek_bereik")
        self.plek_bereik.setContentsMargins(0, 0, 0, 0)

        self.binnen_wie.addLayout(self.plek_bereik)

        self.lijn_wie = QFrame(self.kaart_wie)
        self.lijn_wie.setObjectName(u"lijn_wie")

        self.binnen_wie.addWidget(self.lijn_wie)

        self.kop_wie = QHBoxLayout()
        self.kop_wie.setSpacing(8)
        self.kop_wie.setObjectName(u"kop_wie")
        self.kop_wie.setContentsMargins(0, 0, 0, 0)
        self.titel_wie = QLabel(self.kaart_wie)
        self.titel_wie.setObjectName(u"titel_wie")
        self.titel_wie.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_wie.addWidget(self.titel_wie)

        self.rek_wie = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kop_wie.addItem(self.rek_wie)

        self.uitleg_wie = QLabel(self.kaart_wie)
        self.uitleg_wie.setObjectName(u"uitleg_wie")
        self.uitleg_wie.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_wie.addWidget(self.uitleg_wie)


        self.binnen_wie.addLayout(self.kop_wie)

        self.personen = PersonsGrid(self.kaart_wie)
        self.personen.setObjectName(u"personen")

        self.binnen_wie.addWidget(self.personen)

        self.plek_zoeker = QVBoxLayout()
        self.plek_zoeker.setSpacing(8)
        self.plek_zoeker.setObjectName(u"plek_zoeker")
        self.plek_zoeker.setContentsMargins(0, 0, 0, 0)

        self.binnen_wie.addLayout(self.plek_zoeker)

        self.melding_betrokkenen = Message(self.kaart_wie)
        self.melding_betrokkenen.setObjectName(u"melding_betrokkenen")

        self.binnen_wie.addWidget(self.melding_betrokkenen)


        self.stapel_wie.addWidget(self.kaart_wie)

        self.kaart_soort = QFrame(self.kolom_wie)
        self.kaart_soort.setObjectName(u"kaart_soort")
        self.kaart_soort.setProperty(u"card", True)
        self.binnen_soort = QVBoxLayout(self.kaart_soort)
        self.binnen_soort.setSpacing(8)
        self.binnen_soort.setObjectName(u"binnen_soort")
        self.binnen_soort.setContentsMargins(16, 9, 16, 12)
        self.kop_soort = QHBoxLayout()
        self.kop_soort.setSpacing(8)
        self.kop_soort.setObjectName(u"kop_soort")
        self.kop_soort.setContentsMargins(0, 0, 0, 0)
        self.titel_soort = QLabel(self.kaart_soort)
        self.titel_soort.setObjectName(u"titel_soort")
        self.titel_soort.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_soort.addWidget(self.titel_soort)

        self.rek_soort = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kop_soort.addItem(self.rek_soort)

        self.aantal_soorten = QLabel(self.kaart_soort)
        self.aantal_soorten.setObjectName(u"aantal_soorten")
        self.aantal_soorten.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_soort.addWidget(self.aantal_soorten)


        self.binnen_soort.addLayout(self.kop_soort)

        self.soorten = KindChips(self.kaart_soort)
        self.soorten.setObjectName(u"soorten")

        self.binnen_soort.addWidget(self.soorten)

        self.melding_soorten = Message(self.kaart_soort)
        self.melding_soorten.setObjectName(u"melding_soorten")

        self.binnen_soort.addWidget(self.melding_soorten)

        self.rek_onder = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.binnen_soort.addItem(self.rek_onder)


        self.stapel_wie.addWidget(self.kaart_soort)

        self.stapel_wie.setStretch(1, 1)

        self.kolommen.addWidget(self.kolom_wie, 0, 0, 1, 1)

        self.kolom_verhaal = QWidget(IncidentForm)
        self.kolom_verhaal.setObjectName(u"kolom_verhaal")
        self.kolom_verhaal.setProperty(u"clear", True)
        self.stapel_verhaal = QVBoxLayout(self.kolom_verhaal)
        self.stapel_verhaal.setSpacing(8)
        self.stapel_verhaal.setObjectName(u"stapel_verhaal")
        self.stapel_verhaal.setContentsMargins(0, 0, 0, 0)
        self.kaart_verhaal = QFrame(self.kolom_verhaal)
        self.kaart_verhaal.setObjectName(u"kaart_verhaal")
        self.kaart_verhaal.setProperty(u"card", True)
        self.binnen_verhaal = QVBoxLayout(self.kaart_verhaal)
        self.binnen_verhaal.setSpacing(6)
        self.binnen_verhaal.setObjectName(u"binnen_verhaal")
        self.binnen_verhaal.setContentsMargins(16, 10, 16, 14)
        self.kop_feiten = QHBoxLayout()
        self.kop_feiten.setSpacing(8)
        self.kop_feiten.setObjectName(u"kop_feiten")
        self.kop_feiten.setContentsMargins(0, 0, 0, 0)
        self.titel_feiten = QLabel(self.kaart_verhaal)
        self.titel_feiten.setObjectName(u"titel_feiten")
        self.titel_feiten.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_feiten.addWidget(self.titel_feiten)

        self.rek_feiten = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kop_feiten.addItem(self.rek_feiten)

        self.uitleg_feiten = QLabel(self.kaart_verhaal)
        self.uitleg_feiten.setObjectName(u"uitleg_feiten")
        self.uitleg_feiten.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_feiten.addWidget(self.uitleg_feiten)


        self.binnen_verhaal.addLayout(self.kop_feiten)

        self.feiten = Area(self.kaart_verhaal)
        self.feiten.setObjectName(u"feiten")
        self.feiten.setMinimumSize(QSize(0, 110))
        self.feiten.setTabChangesFocus(True)

        self.binnen_verhaal.addWidget(self.feiten)

        self.melding_feiten = Message(self.kaart_verhaal)
        self.melding_feiten.setObjectName(u"melding_feiten")

        self.binnen_verhaal.addWidget(self.melding_feiten)

        self.kop_kindwoorden = QHBoxLayout()
        self.kop_kindwoorden.setSpacing(6)
        self.kop_kindwoorden.setObjectName(u"kop_kindwoorden")
        self.kop_kindwoorden.setContentsMargins(0, 0, 0, 0)
        self.plek_citaat = QVBoxLayout()
        self.plek_citaat.setSpacing(8)
        self.plek_citaat.setObjectName(u"plek_citaat")
        self.plek_citaat.setContentsMargins(0, 0, 0, 0)

        self.kop_kindwoorden.addLayout(self.plek_citaat)

        self.titel_kindwoorden = QLabel(self.kaart_verhaal)
        self.titel_kindwoorden.setObjectName(u"titel_kindwoorden")
        self.titel_kindwoorden.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_kindwoorden.addWidget(self.titel_kindwoorden)

        self.rek_kindwoorden = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kop_kindwoorden.addItem(self.rek_kindwoorden)


        self.binnen_verhaal.addLayout(self.kop_kindwoorden)

        self.kindwoorden = Area(self.kaart_verhaal)
        self.kindwoorden.setObjectName(u"kindwoorden")
        self.kindwoorden.setMinimumSize(QSize(0, 66))
        self.kindwoorden.setTabChangesFocus(True)

        self.binnen_verhaal.addWidget(self.kindwoorden)

        self.melding_kindwoorden = Message(self.kaart_verhaal)
        self.melding_kindwoorden.setObjectName(u"melding_kindwoorden")

        self.binnen_verhaal.addWidget(self.melding_kindwoorden)

        self.kop_actie = QHBoxLayout()
        self.kop_actie.setSpacing(8)
        self.kop_actie.setObjectName(u"kop_actie")
        self.kop_actie.setContentsMargins(0, 0, 0, 0)
        self.titel_actie = QLabel(self.kaart_verhaal)
        self.titel_actie.setObjectName(u"titel_actie")
        self.titel_actie.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_actie.addWidget(self.titel_actie)

        self.rek_actie = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kop_actie.addItem(self.rek_actie)


        self.binnen_verhaal.addLayout(self.kop_actie)

        self.directe_actie = Area(self.kaart_verhaal)
        self.directe_actie.setObjectName(u"directe_actie")
        self.directe_actie.setMinimumSize(QSize(0, 66))
        self.directe_actie.setTabChangesFocus(True)

        self.binnen_verhaal.addWidget(self.directe_actie)

        self.melding_directe_actie = Message(self.kaart_verhaal)
        self.melding_directe_actie.setObjectName(u"melding_directe_actie")

        self.binnen_verhaal.addWidget(self.melding_directe_actie)

        self.binnen_verhaal.setStretch(1, 5)
        self.binnen_verhaal.setStretch(4, 2)
        self.binnen_verhaal.setStretch(7, 2)

        self.stapel_verhaal.addWidget(self.kaart_verhaal)


        self.kolommen.addWidget(self.kolom_verhaal, 0, 1, 1, 1)

        self.kolom_weging = QWidget(IncidentForm)
        self.kolom_weging.setObjectName(u"kolom_weging")
        self.kolom_weging.setProperty(u"clear", True)
        self.stapel_weging = QVBoxLayout(self.kolom_weging)
        self.stapel_weging.setSpacing(12)
        self.stapel_weging.setObjectName(u"stapel_weging")
        self.stapel_weging.setContentsMargins(0, 0, 0, 0)
        self.kaart_mand = QFrame(self.kolom_weging)
        self.kaart_mand.setObjectName(u"kaart_mand")
        self.kaart_mand.setProperty(u"card", True)
        self.binnen_mand = QVBoxLayout(self.kaart_mand)
        self.binnen_mand.setSpacing(7)
        self.binnen_mand.setObjectName(u"binnen_mand")
        self.binnen_mand.setContentsMargins(16, 9, 16, 13)
        self.kop_mand = QHBoxLayout()
        self.kop_mand.setSpacing(8)
        self.kop_mand.setObjectName(u"kop_mand")
        self.kop_mand.setContentsMargins(0, 0, 0, 0)
        self.titel_mand = QLabel(self.kaart_mand)
        self.titel_mand.setObjectName(u"titel_mand")
        self.titel_mand.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_mand.addWidget(self.titel_mand)

        self.rek_mand = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kop_mand.addItem(self.rek_mand)


        self.binnen_mand.addLayout(self.kop_mand)

        self.plek_mand = QVBoxLayout()
        self.plek_mand.setSpacing(8)
        self.plek_mand.setObjectName(u"plek_mand")
        self.plek_mand.setContentsMargins(0, 0, 0, 0)

        self.binnen_mand.addLayout(self.plek_mand)

        self.melding_mand = Message(self.kaart_mand)
        self.melding_mand.setObjectName(u"melding_mand")

        self.binnen_mand.addWidget(self.melding_mand)


        self.stapel_weging.addWidget(self.kaart_mand)

        self.kaart_ouders = QFrame(self.kolom_weging)
        self.kaart_ouders.setObjectName(u"kaart_ouders")
        self.kaart_ouders.setProperty(u"card", True)
        self.binnen_ouders = QVBoxLayout(self.kaart_ouders)
        self.binnen_ouders.setSpacing(8)
        self.binnen_ouders.setObjectName(u"binnen_ouders")
        self.binnen_ouders.setContentsMargins(16, 11, 16, 14)
        self.kop_ouders = QHBoxLayout()
        self.kop_ouders.setSpacing(8)
        self.kop_ouders.setObjectName(u"kop_ouders")
        self.kop_ouders.setContentsMargins(0, 0, 0, 0)
        self.titel_ouders = QLabel(self.kaart_ouders)
        self.titel_ouders.setObjectName(u"titel_ouders")
        self.titel_ouders.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_ouders.addWidget(self.titel_ouders)

        self.rek_ouders = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kop_ouders.addItem(self.rek_ouders)

        self.plek_ouders = QVBoxLayout()
        self.plek_ouders.setSpacing(8)
        self.plek_ouders.setObjectName(u"plek_ouders")
        self.plek_ouders.setContentsMargins(0, 0, 0, 0)

        self.kop_ouders.addLayout(self.plek_ouders)


        self.binnen_ouders.addLayout(self.kop_ouders)

        self.ouders_toelichting = QLineEdit(self.kaart_ouders)
        self.ouders_toelichting.setObjectName(u"ouders_toelichting")

        self.binnen_ouders.addWidget(self.ouders_toelichting)

        self.melding_ouders = Message(self.kaart_ouders)
        self.melding_ouders.setObjectName(u"melding_ouders")

        self.binnen_ouders.addWidget(self.melding_ouders)


        self.stapel_weging.addWidget(self.kaart_ouders)

        self.kaart_maatregel = QFrame(self.kolom_weging)
        self.kaart_maatregel.setObjectName(u"kaart_maatregel")
        self.kaart_maatregel.setProperty(u"card", True)
        self.binnen_maatregel = QVBoxLayout(self.kaart_maatregel)
        self.binnen_maatregel.setSpacing(6)
        self.binnen_maatregel.setObjectName(u"binnen_maatregel")
        self.binnen_maatregel.setContentsMargins(16, 10, 16, 14)
        self.kop_maatregel = QHBoxLayout()
        self.kop_maatregel.setSpacing(8)
        self.kop_maatregel.setObjectName(u"kop_maatregel")
        self.kop_maatregel.setContentsMargins(0, 0, 0, 0)
        self.titel_maatregel = QLabel(self.kaart_maatregel)
        self.titel_maatregel.setObjectName(u"titel_maatregel")
        self.titel_maatregel.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_maatregel.addWidget(self.titel_maatregel)

        self.rek_maatregel = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kop_maatregel.addItem(self.rek_maatregel)

        self.uitleg_maatregel = QLabel(self.kaart_maatregel)
        self.uitleg_maatregel.setObjectName(u"uitleg_maatregel")
        self.uitleg_maatregel.setTextFormat(Qt.TextFormat.PlainText)

        self.kop_maatregel.addWidget(self.uitleg_maatregel)


        self.binnen_maatregel.addLayout(self.kop_maatregel)

        self.maatregel = Area(self.kaart_maatregel)
        self.maatregel.setObjectName(u"maatregel")
        self.maatregel.setMinimumSize(QSize(0, 80))
        self.maatregel.setTabChangesFocus(True)

        self.binnen_maatregel.addWidget(self.maatregel)

        self.melding_maatregel = Message(self.kaart_maatregel)
        self.melding_maatregel.setObjectName(u"melding_maatregel")

        self.binnen_maatregel.addWidget(self.melding_maatregel)

        self.binnen_maatregel.setStretch(1, 1)

        self.stapel_weging.addWidget(self.kaart_maatregel)

        self.stapel_weging.setStretch(2, 1)

        self.kolommen.addWidget(self.kolom_weging, 0, 2, 1, 1)

#if QT_CONFIG(shortcut)
        self.kop_plaats.setBuddy(self.plaats)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(IncidentForm)
    # setupUi

    def retranslateUi(self, IncidentForm):
        self.kop_datum.setText(QCoreApplication.translate("IncidentForm", u"Datum", None))
        self.kop_datum.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"label", None))
        self.kop_tijd.setText(QCoreApplication.translate("IncidentForm", u"Tijd", None))
        self.kop_tijd.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"label", None))
        self.kop_plaats.setText(QCoreApplication.translate("IncidentForm", u"Waar", None))
        self.kop_plaats.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"label", None))
        self.plaats.setPlaceholderText(QCoreApplication.translate("IncidentForm", u"Bijvoorbeeld: schoolplein, bij het klimrek", None))
#if QT_CONFIG(accessibility)
        self.plaats.setAccessibleName(QCoreApplication.translate("IncidentForm", u"Waar", None))
#endif // QT_CONFIG(accessibility)
        self.lijn_wie.setProperty(u"rule", QCoreApplication.translate("IncidentForm", u"h", None))
        self.titel_wie.setText(QCoreApplication.translate("IncidentForm", u"Wie", None))
        self.titel_wie.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"h2", None))
        self.uitleg_wie.setText(QCoreApplication.translate("IncidentForm", u"een of meer rollen per persoon", None))
        self.uitleg_wie.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"small", None))
        self.titel_soort.setText(QCoreApplication.translate("IncidentForm", u"Soort voorval", None))
        self.titel_soort.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"h2", None))
        self.aantal_soorten.setText("")
        self.aantal_soorten.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"small", None))
        self.titel_feiten.setText(QCoreApplication.translate("IncidentForm", u"Wat gebeurde er?", None))
        self.titel_feiten.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"h2", None))
        self.uitleg_feiten.setText(QCoreApplication.translate("IncidentForm", u"alleen wat u zag of hoorde", None))
        self.uitleg_feiten.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"small", None))
#if QT_CONFIG(accessibility)
        self.feiten.setAccessibleName(QCoreApplication.translate("IncidentForm", u"Wat gebeurde er?", None))
#endif // QT_CONFIG(accessibility)
        self.titel_kindwoorden.setText(QCoreApplication.translate("IncidentForm", u"In eigen woorden van het kind", None))
        self.titel_kindwoorden.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"h3", None))
#if QT_CONFIG(accessibility)
        self.kindwoorden.setAccessibleName(QCoreApplication.translate("IncidentForm", u"In eigen woorden van het kind", None))
#endif // QT_CONFIG(accessibility)
        self.titel_actie.setText(QCoreApplication.translate("IncidentForm", u"Wat deden wij meteen?", None))
        self.titel_actie.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"h3", None))
#if QT_CONFIG(accessibility)
        self.directe_actie.setAccessibleName(QCoreApplication.translate("IncidentForm", u"Wat deden wij meteen?", None))
#endif // QT_CONFIG(accessibility)
        self.titel_mand.setText(QCoreApplication.translate("IncidentForm", u"Mand", None))
        self.titel_mand.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"h2", None))
        self.titel_ouders.setText(QCoreApplication.translate("IncidentForm", u"Ouders ingelicht", None))
        self.titel_ouders.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"h2", None))
        self.ouders_toelichting.setPlaceholderText(QCoreApplication.translate("IncidentForm", u"Wie, wanneer en hoe", None))
#if QT_CONFIG(accessibility)
        self.ouders_toelichting.setAccessibleName(QCoreApplication.translate("IncidentForm", u"Toelichting bij ouders", None))
#endif // QT_CONFIG(accessibility)
        self.titel_maatregel.setText(QCoreApplication.translate("IncidentForm", u"Welke maatregel nemen wij?", None))
        self.titel_maatregel.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"h2", None))
        self.uitleg_maatregel.setText(QCoreApplication.translate("IncidentForm", u"mag later", None))
        self.uitleg_maatregel.setProperty(u"role", QCoreApplication.translate("IncidentForm", u"small", None))
#if QT_CONFIG(accessibility)
        self.maatregel.setAccessibleName(QCoreApplication.translate("IncidentForm", u"Welke maatregel nemen wij?", None))
#endif // QT_CONFIG(accessibility)
        self.maatregel.setPlaceholderText(QCoreApplication.translate("IncidentForm", u"Bijvoorbeeld: morgen opnieuw met beide kinderen praten", None))
        pass
    # retranslateUi

