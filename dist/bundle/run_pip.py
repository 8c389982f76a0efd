"""Runs pip's commands one after another in one Python, because importing pip takes most of the time of a command.

    python run_pip.py TOKEN

It first writes `TOKEN {"executable": "/usr/bin/python3"}` to standard output and `TOKEN` to standard error. Then it
reads requests from standard input, one JSON object per line. The first one, `{"token": "9e2b..."}`, imports pip. The
others run commands:

    {"token": "4f1c...", "args": ["cache", "info"], "unset": ["XDG_CACHE_HOME"]}

It runs `pip cache info` like `python -m pip cache info`, without the environment variables in "unset". Without "args",
it prints pip's version. pip's output goes to standard output and standard error. After each command, a line that begins
with the request's token follows on both: with the exit code on standard output, without it on standard error. The
program ends when its input ends. It ends with exit code 64 if there is no pip.

It supports Python 2.7, and 3.5 and later. It has no `#!` line, because the launcher `py` would use it to choose a
Python.
"""
import sys

# Python puts the directory of this file first on sys.path, unless it runs in safe-path or isolated mode. `python -m
# pip` puts the working directory there instead.
SAFE_PATH = getattr(sys.flags, "safe_path", False) or getattr(sys.flags, "isolated", False)
if not SAFE_PATH:
    del sys.path[0]

import atexit
import json
import logging
import os
import runpy

NO_PIP = 64


def main():
    # pip and the programs that it starts must not read the requests: their standard input is the null device.
    requests = os.fdopen(os.dup(0), "rb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    start_token = sys.argv[1]
    write_line(1, start_token + " " + json.dumps({"executable": sys.executable}))
    write_line(2, start_token)
    first_request = json.loads(requests.readline().decode("utf-8") or "null")
    if first_request is None:
        return 0
    if not has_pip():
        return NO_PIP
    flush()
    write_line(1, "%s 0" % first_request["token"])
    write_line(2, first_request["token"])
    restore = state_restorer()
    for line in iter(requests.readline, b""):
        request = json.loads(line.decode("utf-8"))
        restore()
        for name in request["unset"]:
            os.environ.pop(name, None)
        code = run(request.get("args"))
        flush()
        write_line(1, "%s %d" % (request["token"], code))
        write_line(2, request["token"])
    return 0


def write_line(descriptor, line):
    os.write(descriptor, (line + "\n").encode("ascii"))


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            # pip may have closed the stream. Python itself ignores that at its end, too.
            pass


def has_pip():
    """Returns whether `python -m pip` would run a pip. It imports the package, but none of its modules."""
    try:
        if sys.version_info[0] == 2:
            from pkgutil import find_loader as find
        else:
            from importlib.util import find_spec as find
        return find("pip.__main__") is not None
    except (Exception, SystemExit):
        return False


def state_restorer():
    """Returns a function that undoes the changes of a command, so that each command starts in the same state.

    It restores the working directory, sys.path, the environment variables, the root logger and the warnings that were
    shown already.
    """
    directory = os.getcwd()
    first = "" if sys.version_info < (3, 7) else directory
    path = ([] if SAFE_PATH else [first]) + sys.path
    environment = dict(os.environ)
    root = logging.getLogger()
    level = root.level
    handlers = root.handlers[:]

    def restore():
        os.chdir(directory)
        # pip reads its configuration before it sets up logging, and with `debug = true` it logs each file it reads.
        root.setLevel(level)
        root.handlers[:] = handlers
        sys.path[:] = path
        for name in set(os.environ) - set(environment):
            del os.environ[name]
        for name in environment:
            if os.environ.get(name) != environment[name]:
                os.environ[name] = environment[name]
        # Python shows a warning only once for each place in the code.
        for module in list(sys.modules.values()):
            try:
                registry = vars(module).get("__warningregistry__")
                if registry:
                    registry.clear()
            except Exception:
                # Anything can be in sys.modules.
                pass

    return restore


def run(args):
    """Runs one command of pip and returns its exit code. Without arguments, it prints pip's version."""
    try:
        if args is None:
            import pip
            print(pip.__version__)
        else:
            # runpy replaces the first argument by the path of pip/__main__.py.
            sys.argv = ["pip"] + [native_argument(arg) for arg in args]
            runpy.run_module("pip", run_name="__main__", alter_sys=True)
        return 0
    except SystemExit as end:
        return exit_code(end.code)
    except Exception:
        kind, value, trace = sys.exc_info()
        # The frames of this file are not in the traceback of `python -m pip` either.
        while trace and trace.tb_frame.f_globals is globals():
            trace = trace.tb_next
        value.__traceback__ = trace
        sys.excepthook(kind, value, trace)
        return 1


def native_argument(text):
    """Converts an argument to the type and the encoding that Python has in sys.argv."""
    encoded = text.encode("utf-8")
    return encoded if sys.version_info[0] == 2 else os.fsdecode(encoded)


def exit_code(code):
    """Returns the exit code of Python after `sys.exit(code)`. Prints a code that is neither a number nor None."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & (0xFFFFFFFF if os.name == "nt" else 0xFF)
    sys.stderr.write("%s\n" % (code,))
    return 1


def end(code):
    """Ends the process without unloading pip's modules, which would take as long as a small purge."""
    try:
        atexit._run_exitfuncs()
    finally:
        flush()
        os._exit(code)


end(main())
