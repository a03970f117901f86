// Knows nothing but the name of the command; all it does is in `CLICommands`.

import CLICommands

Pyteleport.main()
