"""A program in which something is being typed; it locks when the computer goes to sleep, with the real restart.

Arguments: the folder of the profile. Says `typing` when it waits; what comes after is another program image.
"""

import sys
from pathlib import Path

import no_network
from program import Running

from svp_desktop import app as composition

no_network.forbid()
root = Path(sys.argv[1])
running = Running(root)
running.make_school("De Regenboog", "Hanneke Vos")
# what the new process is started with
sys.argv = [sys.argv[0], "--profile", str(root)]
running._restart = composition.restart
running.program.locker._restart = composition.restart
page = running.window.show_page("incidenten")
page.primary_new()
running.settle()
page.form.editor._ui.feiten.insertPlainText("Halverwege de zin over het klimrek")
sys.stdout.write("typing\n")
sys.stdout.flush()
running.app.exec()
