"""What the interoperability tests ask of pyHanko: a JSON array a line on standard input, an answer a line.

    ["sign", IN.pdf, OUT.pdf, KEY, CERT, CHAIN, FIELD, "certify=P"?, "visible"?]
    ["fill", IN.pdf, OUT.pdf, FIELD, VALUE]
    ["evidence", IN.pdf, OUT.pdf, KEY, CERT, CHAIN]      certificates in a DSS, then a document time-stamp
    ["verify", ROOT, FILE.pdf…]
    ["cms-sign", CONTENT, OUT.der, KEY, CERT, CHAIN, "attached" | "detached"]
    ["cms-verify", ROOT, CMS.der, CONTENT | "-"]
    ["version"]

An answer is {"answer": …}, or {"trouble": "…"} where pyHanko raised something.
"""

import asyncio
import json
import logging
import sys
from importlib.metadata import version
from io import BytesIO

from asn1crypto.cms import ContentInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    StreamObject,
    pdf_name,
    pdf_string,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.validation import (
    async_validate_cms_signature,
    async_validate_detached_cms,
    validate_pdf_signature,
)
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def signer(key, certificate, chain):
    return signers.SimpleSigner.load(key, certificate, ca_chain_files=[chain])


def trusting(root):
    return ValidationContext(trust_roots=[Certificate.load(read(root))], allow_fetching=False)


def sign(source, target, key, certificate, chain, field, *options):
    writer = IncrementalPdfFileWriter(BytesIO(read(source)))
    level = next((int(o[8:]) for o in options if o.startswith("certify=")), None)
    where = {"on_page": 0, "box": (20, 20, 120, 60)} if "visible" in options else {}
    metadata = signers.PdfSignatureMetadata(
        field_name=field,
        subfilter=fields.SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        certify=level is not None,
        docmdp_permissions=fields.MDPPerm(level or 2),
    )
    out = BytesIO()
    spec = fields.SigFieldSpec(field, **where)
    signers.PdfSigner(metadata, signer(key, certificate, chain), new_field_spec=spec).sign_pdf(writer, output=out)
    write(target, out.getvalue())
    return len(out.getvalue())


def fill(source, target, name, value):
    writer = IncrementalPdfFileWriter(BytesIO(read(source)))
    for reference in writer.root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        if field["/T"] == name:
            field["/V"] = pdf_string(value)
            look = StreamObject(
                dict_data={
                    pdf_name("/Subtype"): pdf_name("/Form"),
                    pdf_name("/BBox"): ArrayObject(map(NumberObject, (0, 0, 80, 20))),
                    pdf_name("/Resources"): writer.root["/AcroForm"]["/DR"],
                },
                stream_data=f"/Tx BMC BT /Helv 12 Tf ({value}) Tj ET EMC".encode(),
            )
            field["/AP"] = DictionaryObject({pdf_name("/N"): writer.add_object(look)})
            writer.update_container(field)
    out = BytesIO()
    writer.write(out)
    write(target, out.getvalue())
    return len(out.getvalue())


def evidence(source, target, key, certificate, chain):
    stamper = timestamps.DummyTimeStamper(
        tsa_cert=signer(key, certificate, chain).signing_cert,
        tsa_key=signer(key, certificate, chain).signing_key,
    )
    data = BytesIO(read(source))
    certificates = [signer(key, certificate, chain).signing_cert]
    contents = PdfFileReader(data).embedded_signatures[0].pkcs7_content
    DocumentSecurityStore.add_dss(data, contents, certs=certificates, ocsps=[], crls=[])
    writer = IncrementalPdfFileWriter(data)
    out = signers.PdfTimeStamper(stamper).timestamp_pdf(writer, "sha256", output=BytesIO())
    write(target, out.getvalue())
    return len(out.getvalue())


def verify(root, *paths):
    return [verify_one(root, path) for path in paths]


def verify_one(root, path):
    try:
        reader = PdfFileReader(BytesIO(read(path)))
        return [judge(root, signature) for signature in reader.embedded_regular_signatures]
    except Exception as trouble:  # noqa: BLE001
        return str(trouble) or type(trouble).__name__


def judge(root, signature):
    try:
        status = validate_pdf_signature(signature, trusting(root))
    except Exception as trouble:  # noqa: BLE001
        return {"field": signature.field_name, "trouble": str(trouble)}
    return {
        "field": signature.field_name,
        "intact": status.intact,
        "valid": status.valid,
        "trusted": status.trusted,
        "changes": status.modification_level.name if status.modification_level else None,
        "permitted": status.docmdp_ok,
        "good": status.bottom_line,
    }


def cms_sign(content, target, key, certificate, chain, form):
    own = signer(key, certificate, chain)
    # RFC 8419: what Ed25519 hashes by itself.
    digest = "sha512" if own.signing_cert.public_key.algorithm == "ed25519" else "sha256"
    made = asyncio.run(
        own.async_sign_general_data(
            read(content), digest, detached=form == "detached", use_cades=True
        )
    )
    write(target, made.dump())
    return len(made.dump())


def cms_verify(root, path, content):
    data = ContentInfo.load(read(path))["content"]
    if content == "-":
        status = asyncio.run(async_validate_cms_signature(data, validation_context=trusting(root)))
    else:
        status = asyncio.run(async_validate_detached_cms(read(content), data, signer_validation_context=trusting(root)))
    return {"intact": status.intact, "valid": status.valid, "trusted": status.trusted}


commands = {
    "sign": sign,
    "fill": fill,
    "evidence": evidence,
    "verify": verify,
    "cms-sign": cms_sign,
    "cms-verify": cms_verify,
    "version": lambda: version("pyHanko"),
}

# What it has to say is in its answers.
logging.disable(logging.CRITICAL)

for line in sys.stdin:
    name, *arguments = json.loads(line)
    try:
        said = {"answer": commands[name](*arguments)}
    except Exception as trouble:  # noqa: BLE001
        said = {"trouble": f"{type(trouble).__name__}: {trouble}"}
    print(json.dumps(said), flush=True)
