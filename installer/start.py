"""Where a packed Librarian starts: the window where nothing else is asked, or a worker."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a worker process ends here, before Qt is loaded

    from ui.__main__ import main

    sys.exit(main(sys.argv[1:] or ["window"]))
