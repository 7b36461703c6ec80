"""Result files of evaluation tools. Those in `files/` were written by the tools themselves, on small made-up cases."""
