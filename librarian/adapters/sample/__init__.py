"""A believable shared drive of a made-up child protection team, made from a seed.

``make(at, seed)`` writes the drive into the folder `at` and, beside it, ``<at>.truth.json``, which
tells what is what, so that search and the choice of current versions can be measured:

``seed``, ``team``
    which drive this is.
``documents``
    a list of ``{"id", "title", "current", "versions", "copies", "type", "age", "theme",
    "language"}``. `id` is the same on every drive. `versions` is ``[{"path", "label", "order"}]``,
    the oldest first; a draft of the next version comes last and is not current. `current` is the
    path of the version that is approved and in use. `copies` is ``[{"path", "of"}]``: files that
    say the same as the version at `of`, byte for byte or in another format. `age` and `theme` are
    lists; `language` is a word.
``personal``
    paths of filled-in forms, notes and lists about (made-up) people.
``broken``
    ``[{"path", "reason"}]``: files without text; reasons as in `librarian.domain.extraction`.
``passed_over``
    what programs left behind and a scan ignores.
``empty_folders``
    folders without a file.

Each file on the drive stands in exactly one of `documents` (as a version or a copy), `personal`,
`broken` and `passed_over`. Paths are relative to the drive, with ``/``.

The same seed gives the same bytes, names and times; another seed another team, other folders,
other versions, other mess. Documents marked ``core`` in the content are on every drive.
"""

from librarian.adapters.sample.writing import is_made, make, truth_path

__all__ = ["is_made", "make", "truth_path"]
