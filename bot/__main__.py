"""`python -m bot`, installed as `ftrag`: the door of the command line (bot.cli)."""

import gc
import sys

# Importing makes many objects and hardly any garbage; looking for some after each 700 would take a fifth of a start.
_COLLECT_AFTER = 20_000


def main() -> int:
    """Run the command line; Ctrl-C and a closed pipe end it without a traceback."""
    gc.set_threshold(_COLLECT_AFTER)
    from bot.cli import main as run_command

    try:
        return run_command(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # else the interpreter complains about the pipe once more as it ends
        return 141


if __name__ == "__main__":
    sys.exit(main())
