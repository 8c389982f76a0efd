"""Runs pip's commands one after the other in one Python, because importing pip takes most of the time of a command.

    python run_pip.py TOKEN

It first writes `TOKEN {"executable": "/usr/bin/python3"}` to standard output and `TOKEN` to standard error. Then it
reads requests from standard input, one JSON object a line:

    {"token": "4f1c...", "args": ["cache", "info"], "without": ["XDG_CACHE_HOME"]}

It runs `pip cache info` as `python -m pip cache info` does, without these environment variables. Without "args", it
prints pip's version. The output goes to standard output and standard error as usual. A line with the request's token
follows on both: on standard output with the exit code, on standard error without. The end of the input ends the
program. Exit code 64: there is no pip.

For Python 2.7 and for 3.5 and later. There is no `#!` line, because the launcher `py` would choose a Python by it.
"""
import sys

# Python puts the folder of this file first on sys.path, unless it has been told not to. `-m` puts the working directory
# there instead.
SAFE_PATH = getattr(sys.flags, "safe_path", False) or getattr(sys.flags, "isolated", False)
if not SAFE_PATH:
    del sys.path[0]

import atexit
import json
import os
import runpy

NO_PIP = 64


def main():
    # pip and the programs that it starts get the null device for an input.
    requests = os.fdopen(os.dup(0), "rb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    hello = sys.argv[1]
    write(1, hello + " " + json.dumps({"executable": sys.executable}))
    write(2, hello)
    if not has_pip():
        return NO_PIP
    restore = restorer()
    for line in iter(requests.readline, b""):
        request = json.loads(line.decode("utf-8"))
        restore()
        for name in request["without"]:
            os.environ.pop(name, None)
        code = run(request.get("args"))
        flush()
        write(1, "%s %d" % (request["token"], code))
        write(2, request["token"])
    return 0


def write(descriptor, line):
    os.write(descriptor, (line + "\n").encode("ascii"))


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            # Python, too, goes on to its end without a stream that is closed.
            pass


def has_pip():
    """Whether `python -m pip` would run a pip. Imports the package, but nothing in it."""
    try:
        if sys.version_info[0] == 2:
            from pkgutil import find_loader as find
        else:
            from importlib.util import find_spec as find
        return find("pip.__main__") is not None
    except (Exception, SystemExit):
        return False


def restorer():
    """Returns a function that undoes what a command has changed, so that the next one starts as the first one did."""
    directory = os.getcwd()
    first = "" if sys.version_info < (3, 7) else directory
    path = ([] if SAFE_PATH else [first]) + sys.path
    environment = dict(os.environ)

    def restore():
        os.chdir(directory)
        sys.path[:] = path
        for name in set(os.environ) - set(environment):
            del os.environ[name]
        for name in environment:
            if os.environ.get(name) != environment[name]:
                os.environ[name] = environment[name]
        # Python shows a warning once for each place in the code.
        for module in list(sys.modules.values()):
            registry = getattr(module, "__dict__", {}).get("__warningregistry__")
            if registry:
                registry.clear()

    return restore


def run(args):
    """Runs one command of pip, or prints pip's version. Gives the exit code."""
    try:
        if args is None:
            import pip
            print(pip.__version__)
        else:
            # runpy puts the path of pip/__main__.py in the first one's place.
            sys.argv = ["pip"] + [argument(text) for text in args]
            runpy.run_module("pip", run_name="__main__", alter_sys=True)
        return 0
    except SystemExit as end:
        return exit_code(end.code)
    except Exception:
        kind, value, trace = sys.exc_info()
        # Without the frames of this file.
        while trace and trace.tb_frame.f_globals is globals():
            trace = trace.tb_next
        value.__traceback__ = trace
        sys.excepthook(kind, value, trace)
        return 1


def argument(text):
    """A text as Python would have it in sys.argv."""
    encoded = text.encode("utf-8")
    return encoded if sys.version_info[0] == 2 else os.fsdecode(encoded)


def exit_code(code):
    """What Python would end with after `sys.exit(code)`. A code that is neither a number nor None is printed."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & (0xFFFFFFFF if os.name == "nt" else 0xFF)
    sys.stderr.write("%s\n" % (code,))
    return 1


def end(code):
    """Ends the program without putting all of pip's modules away, which takes as long as a small purge."""
    try:
        atexit._run_exitfuncs()
    finally:
        flush()
        os._exit(code)


end(main())
