# Imported by Python at startup. Deleting the tenth file never returns.
import os, signal
real, count = os.unlink, 0
def unlink(*args, **kwargs):
    global count
    count += 1
    if count == 10:
        with open(os.environ["PID_FILE"], "w") as file:
            file.write(str(os.getpid()))
        while True:
            signal.pause()
    return real(*args, **kwargs)
os.unlink = os.remove = unlink
