# launch: module launch_module
# Started with -m: the main module has a package and a spec (the program is the package launch_module).
