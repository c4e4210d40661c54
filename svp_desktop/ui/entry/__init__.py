"""From the unlock page to an open workplace by other ways than the password: invitation, herstelblad, no access yet."""
