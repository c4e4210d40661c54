"""The way from the form to a pasted e-mail and back."""


def test_from_the_form_to_the_mail_page_and_on_with_its_draft(desk, school) -> None:
    desk.tab.primary_new()
    desk.tab.form.mail_wanted.emit()
    assert not desk.tab.in_form()
    desk.tab._mail.draft_ready.emit(school.draft("Uit een mail."), ())
    assert desk.tab.in_form()
    assert desk.tab.form.editor.draft().feiten == "Uit een mail."
