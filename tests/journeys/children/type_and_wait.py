"""Makes a school, types an incident, waits until the draft is kept, says so, and types on until it is killed."""

import sys

from program import Running, root

running = Running(root())
running.make_school("De Regenboog", "Hanneke Vos")
running.window.show_page("incidenten").primary_new()
running.settle()
form = running.window.page("incidenten").form
form.editor.zoeker.setFocus()
form.editor._ui.feiten.insertPlainText("Halverwege de zin over het klimrek")
running.settle(1200)
sys.stdout.write("kept\n")
sys.stdout.flush()
while True:
    form.editor._ui.feiten.insertPlainText(" en nog wat")
    running.settle(50)
