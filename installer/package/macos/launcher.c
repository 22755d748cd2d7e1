/* The program of the bundle: Python in the bundle's own process, so that macOS gives it the bundle's name, icon and
   documents. Compiled once as facerestore-gui, with WORD "gui", and once as facerestore, without one. */

#include <Python.h>
#include <libgen.h>
#include <limits.h>
#include <mach-o/dyld.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check(PyStatus status)
{
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);
}

int main(int argc, char **argv)
{
    char named[PATH_MAX], program[PATH_MAX], home[PATH_MAX], python[PATH_MAX];
    uint32_t size = sizeof named;
    if (_NSGetExecutablePath(named, &size) != 0 || realpath(named, program) == NULL) {
        fputs("facerestore: its own place cannot be found.\n", stderr);
        return 1;
    }
    int home_size = snprintf(home, sizeof home, "%s/../Resources/python", dirname(program));
    int python_size = snprintf(python, sizeof python, "%s/bin/python3.11", home);
    if (home_size >= (int)sizeof home || python_size >= (int)sizeof python) {
        fputs("facerestore: the path of its folder is too long.\n", stderr);
        return 1;
    }

    /* isolated: nothing of the person's environment or packages is looked at */
    PyConfig config;
    PyConfig_InitIsolatedConfig(&config);
    config.install_signal_handlers = 1;
    config.write_bytecode = 0;
    config.parse_argv = 0;
    check(PyConfig_SetBytesString(&config, &config.home, home));
    /* what processes of their own are started with */
    check(PyConfig_SetBytesString(&config, &config.executable, python));
    check(PyConfig_SetBytesString(&config, &config.run_module, "facerestore"));

    char **words = calloc((size_t)argc + 2, sizeof *words);
    if (words == NULL)
        return 1;
    int count = 0;
    words[count++] = argv[0];
#ifdef WORD
    words[count++] = WORD;
#endif
    for (int index = 1; index < argc; index++)
        words[count++] = argv[index];
    check(PyConfig_SetBytesArgv(&config, count, words));

    check(Py_InitializeFromConfig(&config));
    PyConfig_Clear(&config);
    return Py_RunMain();
}
