"""The section Herstelgesprek of a casus."""
