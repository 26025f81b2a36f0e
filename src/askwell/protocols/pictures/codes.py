"""Square codes on a picture."""

import zxingcpp
from PIL import Image

_KINDS = zxingcpp.BarcodeFormats(
    [zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.MicroQRCode, zxingcpp.BarcodeFormat.DataMatrix,
     zxingcpp.BarcodeFormat.Aztec]
)  # fmt: skip
_MOST = 4
_LONGEST = 10_000


def find_codes(image: Image.Image) -> tuple[str, ...]:
    """The texts of the codes on the picture, each once, cut to 10,000 characters; nothing is followed."""
    found = zxingcpp.read_barcodes(image, formats=_KINDS, text_mode=zxingcpp.TextMode.Plain)
    return tuple(dict.fromkeys(code.text[:_LONGEST] for code in found if code.text.strip()))[:_MOST]
