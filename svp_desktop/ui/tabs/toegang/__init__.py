"""The page *Accounts en toegang*."""
