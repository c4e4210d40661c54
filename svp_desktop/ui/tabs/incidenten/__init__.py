"""The tab Incidentregistratie: list, reading view, form and history."""
