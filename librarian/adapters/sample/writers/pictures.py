"""What a phone or a scanner makes of a page."""

import io

from PIL import Image


def photo(png: bytes) -> bytes:
    """Return a picture as a JPEG."""
    target = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        picture.convert("RGB").save(target, "JPEG", quality=60)
    return target.getvalue()


def shades(png: bytes) -> tuple[bytes, int, int]:
    """Return a picture's grey values row by row, its width and its height."""
    with Image.open(io.BytesIO(png)) as picture:
        grey = picture.convert("L")
        return grey.tobytes(), grey.width, grey.height
