"""Forms of the register: meldingsformulier, list and meldwijzer."""
