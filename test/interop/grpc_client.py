"""A client of the vault service in another language, written from protos/README.md alone.

Takes ADDRESS, the folder of generated stubs, CA, certificate and key; reads an order (JSON) on standard
input; issues it, fetches the file, authenticates it; prints what came of each as JSON.
"""

import hashlib
import json
import sys

import grpc

address, stubs, ca, certificate, key = sys.argv[1:6]
sys.path.insert(0, stubs)

from google.rpc import error_details_pb2, status_pb2  # noqa: E402
from licencevault.v1 import (  # noqa: E402
    authenticate_pb2,
    authenticate_pb2_grpc,
    common_pb2,
    issue_pb2,
    issue_pb2_grpc,
)


def read(name):
    with open(name, "rb") as file:
        return file.read()


def field(value):
    if isinstance(value, bool):
        return common_pb2.Value(flag=value)
    if isinstance(value, int):
        return common_pb2.Value(integer=value)
    if isinstance(value, str):
        return common_pb2.Value(text=value)
    if isinstance(value, list):
        return common_pb2.Value(list=common_pb2.ListValue(items=[field(item) for item in value]))
    members = {name: field(member) for name, member in value.items()}
    return common_pb2.Value(object=common_pb2.ObjectValue(members=members))


def order_of(plain):
    validity = {name: day for name, day in plain["validity"].items() if day is not None}
    order = common_pb2.Order(
        type=common_pb2.TypeRef(**plain["type"]),
        authority=common_pb2.AuthorityRef(**plain["authority"]),
        holders=[
            common_pb2.Holder(name=one["name"], code=one["code"], code_type=one["codeType"])
            for one in plain["holders"]
        ],
        validity=common_pb2.Validity(**validity),
    )
    for name, value in plain["fields"].items():
        order.fields[name].CopyFrom(field(value))
    return order


def problem_of(error):
    """The details of an error: our word code, both languages, the fields to blame."""
    trailers = dict(error.trailing_metadata())
    status = status_pb2.Status.FromString(trailers["grpc-status-details-bin"])
    found = {"status": error.code().name, "words": {}, "fields": []}
    for detail in status.details:
        info = error_details_pb2.ErrorInfo()
        words = error_details_pb2.LocalizedMessage()
        bad = error_details_pb2.BadRequest()
        if detail.Unpack(info):
            found["code"], found["domain"] = info.reason, info.domain
        elif detail.Unpack(words):
            found["words"][words.locale] = words.message
        elif detail.Unpack(bad):
            found["fields"] = [violation.field for violation in bad.field_violations]
    return found


channel = grpc.secure_channel(address, grpc.ssl_channel_credentials(read(ca), read(key), read(certificate)))
issue = issue_pb2_grpc.IssueServiceStub(channel)
authenticate = authenticate_pb2_grpc.AuthenticateServiceStub(channel)
order = order_of(json.load(sys.stdin))

request = issue_pb2.IssueRequest(request_id="python-1", order=order)
licence = issue.Issue(request, timeout=60).licence
again = issue.Issue(request, timeout=60).licence

head, pdf = None, b""
for part in issue.Fetch(issue_pb2.FetchRequest(identifier=licence.identifier), timeout=60):
    if part.WhichOneof("part") == "head":
        head = part.head
    else:
        pdf += part.chunk

by_file = authenticate.ByFile(authenticate_pb2.ByFileRequest(file=pdf), timeout=60).report
by_identifier = authenticate.ByIdentifier(
    authenticate_pb2.ByIdentifierRequest(
        identifier=licence.identifier,
        face=authenticate_pb2.Face(number=licence.number, holders=order.holders),
    ),
    timeout=60,
).report

many = [issue_pb2.IssueManyRequest(request_id=f"python-many-{n}", order=order) for n in range(3)]
many[2].order.holders[0].code = "wrong"
outcomes = {
    outcome.request_id: outcome.WhichOneof("outcome")
    for outcome in issue.IssueMany(iter(many), timeout=60)
}

try:
    issue.Issue(issue_pb2.IssueRequest(request_id="python-1", order=many[2].order), timeout=60)
    refused = None
except grpc.RpcError as error:
    refused = problem_of(error)

# More wrong fields than fit into what this library reads of trailers, and one with a very long name.
many[1].order.fields["k" * 100_000].CopyFrom(field("x"))
for n in range(199):
    many[1].order.fields[f"没有的字段{n}"].CopyFrom(field("x"))
try:
    issue.Issue(issue_pb2.IssueRequest(request_id="python-2", order=many[1].order), timeout=60)
    overlong = None
except grpc.RpcError as error:
    overlong = problem_of(error)

json.dump(
    {
        "identifier": licence.identifier,
        "same": licence == again,
        "digest": hashlib.sha256(pdf).hexdigest() == head.digest and len(pdf) == head.size,
        "byFile": {"verdict": by_file.verdict, "fileAnswer": by_file.file_answer},
        "byIdentifier": {"verdict": by_identifier.verdict, "answer": by_identifier.answer},
        "outcomes": outcomes,
        "refused": refused,
        "overlong": overlong,
    },
    sys.stdout,
)
