"""Reads a mail, or the archive in it, with the standard library only, and prints what it found as JSON."""

import base64
import email
import email.header
import email.policy
import hashlib
import io
import json
import sys
import xml.etree.ElementTree as ET
import zipfile

RIM = "{urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0}"
SUBSET = "IHE_XDM/SUBSET01/"


def archive(data):
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        assert pack.testzip() is None, "a checksum is wrong"
        files = {entry.filename: pack.read(entry) for entry in pack.infolist()}
    return {
        "names": list(files),
        "files": {name: {"size": len(body), "sha1": hashlib.sha1(body).hexdigest()} for name, body in files.items()},
        "index": index(files["INDEX.HTM"]),
        "readme": files["README.TXT"].decode("utf-8"),
        "metadata": metadata(files[SUBSET + "METADATA.XML"]),
    }


def index(body):
    page = ET.fromstring(body)
    xhtml = "{http://www.w3.org/1999/xhtml}"
    return {
        "title": page.findtext(f"{xhtml}head/{xhtml}title"),
        "links": [link.get("href") for link in page.iter(f"{xhtml}a")],
    }


def metadata(body):
    root = ET.fromstring(body)
    known = {node.get("id") for node in root.iter() if node.get("id")}
    references = ("classifiedObject", "registryObject", "sourceObject", "targetObject")
    document = root.find(f".//{RIM}ExtrinsicObject")
    kind = "urn:uuid:aa543740-bdda-424e-8c96-df4873be8500"
    return {
        "dangling": [node.get(name) for node in root.iter() for name in references if node.get(name, next(iter(known))) not in known],
        "slots": {slot.get("name"): [value.text for value in slot.iter(f"{RIM}Value")] for slot in document.findall(f"{RIM}Slot")},
        "identifiers": {
            node.find(f"{RIM}Name/{RIM}LocalizedString").get("value"): node.get("value")
            for node in root.iter(f"{RIM}ExternalIdentifier")
        },
        "contentType": root.find(f".//{RIM}Classification[@classificationScheme='{kind}']").get("nodeRepresentation"),
    }


def sender(data):
    """By the older reader: the newer one puts a space between two encoded words of a name, against RFC 2047, 6.2."""
    name = email.header.make_header(email.header.decode_header(email.message_from_bytes(data)["from"]))
    return " ".join(str(name).split())


def mail(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = list(message.iter_parts())
    defects = [repr(defect) for part in [message, *parts] for defect in part.defects]
    defects += [repr(defect) for part in [message, *parts] for value in part.values() for defect in value.defects]
    bodies = {part.get_filename(): part.get_content() for part in parts}
    raw = lambda part: part.get_payload(decode=True)
    return {
        "defects": defects,
        "headers": {name.lower(): str(value) for name, value in message.items()} | {"from": sender(data)},
        "longestLine": max(len(line) for line in data.split(b"\r\n")),
        "parts": [
            {"type": part.get_content_type(), "fileName": part.get_filename(), "sha256": hashlib.sha256(raw(part)).hexdigest()}
            for part in parts
        ],
        "text": bodies[None],
        "archive": archive(bodies["IHE_XDM.ZIP"]) if "IHE_XDM.ZIP" in bodies else None,
    }


def contents(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    attachments = {part.get_filename(): part.get_payload(decode=True) for part in message.iter_attachments()}
    with zipfile.ZipFile(io.BytesIO(attachments["IHE_XDM.ZIP"])) as pack:
        files = {entry.filename: pack.read(entry) for entry in pack.infolist()}
    return {name: base64.b64encode(body).decode() for name, body in (attachments | files).items()}


print(json.dumps({"mail": mail, "archive": archive, "contents": contents}[sys.argv[1]](sys.stdin.buffer.read())))
