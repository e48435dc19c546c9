"""How often a second pyHanko verifies sealed PDFs, its later changes judged. Frozen: the reference for `pdf-verify`.

    python verify_pdf.py ROOT.der SECONDS FILE.pdf...

Prints one JSON object: {"version": …, "rate": …}, the rate in a second of a core. Each file is read and verified anew every time, with a
validation context of its own, as a program would that is handed one file after the other.
"""

import json
import sys
import time
from importlib.metadata import version
from io import BytesIO

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def verify(data, root):
    reader = PdfFileReader(BytesIO(data))
    (signature,) = reader.embedded_signatures
    context = ValidationContext(trust_roots=[root], allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    if not (status.bottom_line and status.intact and status.trusted):
        raise SystemExit(f"pyHanko refuses a genuine file: {status.summary()}")


def main():
    root_path, seconds, *paths = sys.argv[1:]
    with open(root_path, "rb") as file:
        root = Certificate.load(file.read())
    files = []
    for path in paths:
        with open(path, "rb") as file:
            files.append(file.read())
    for data in files[:8]:
        verify(data, root)
    count = 0
    started = time.process_time()
    while time.process_time() - started < float(seconds):
        verify(files[count % len(files)], root)
        count += 1
    rate = count / max(time.process_time() - started, 1e-9)
    print(json.dumps({"version": version("pyHanko"), "rate": rate}))


main()
