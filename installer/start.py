"""Where a packed Librarian starts: the window, a command, or a worker process of either."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a worker process ends here, before Qt is loaded

    from ui.__main__ import main

    sys.exit(main(sys.argv[1:]))
