"""Reconciles the names of a table with OpenRefine, through its own HTTP interface: makes a project of the
table, lets it reconcile the column "name", and compares what it matched and proposed with the column "expected".

openrefine.py REFINE SERVICE TABLE: addresses of OpenRefine and of the service, the table as a file.
"""
import csv
import json
import sys
import time
import urllib.parse
import urllib.request

REFINE, SERVICE, TABLE = sys.argv[1:4]
RIGHT_AT_LEAST = 36
BOUNDARY = "chancery-boundary"
SECONDS_AT_MOST = 150


def command(name, parameters=None, form=None, body=None, content_type=None):
    url = f"{REFINE}/command/core/{name}?{urllib.parse.urlencode(parameters or {})}"
    if form is not None:
        body = urllib.parse.urlencode(form).encode()
        content_type = "application/x-www-form-urlencoded"
    request = urllib.request.Request(url, data=body, headers={"Content-Type": content_type} if content_type else {})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.geturl(), answer.read().decode()


def token():
    return json.loads(command("get-csrf-token")[1])["token"]


def part(name, content, file_name=""):
    file = f'; filename="{file_name}"' if file_name else ""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
    return head.encode() + content + b"\r\n"


def create_project():
    options = {"encoding": "UTF-8", "separator": ",", "headerLines": 1, "guessCellValueTypes": False}
    with open(TABLE, "rb") as table:
        body = part("project-file", table.read(), "names.csv")
    body += part("project-name", b"names") + part("format", b"text/line-based/*sv")
    body += part("options", json.dumps(options).encode()) + f"--{BOUNDARY}--\r\n".encode()
    url, _ = command(
        "create-project-from-upload",
        {"csrf_token": token()},
        body=body,
        content_type=f"multipart/form-data; boundary={BOUNDARY}",
    )
    return urllib.parse.parse_qs(urllib.parse.urlparse(url).query)["project"][0]


def reconcile(project, manifest):
    config = {
        "mode": "standard-service",
        "service": SERVICE,
        "identifierSpace": manifest["identifierSpace"],
        "schemaSpace": manifest["schemaSpace"],
        "type": None,
        "autoMatch": True,
        "columnDetails": [],
        "limit": 5,
    }
    engine = {"facets": [], "mode": "row-based"}
    _, answer = command(
        "reconcile",
        {"project": project, "csrf_token": token()},
        form={"columnName": "name", "config": json.dumps(config), "engine": json.dumps(engine)},
    )
    if json.loads(answer).get("code") not in ("pending", "ok"):
        sys.exit(f"openrefine: found {answer}, expected a process")
    deadline = time.monotonic() + SECONDS_AT_MOST
    while json.loads(command("get-processes", {"project": project})[1])["processes"]:
        if time.monotonic() > deadline:
            sys.exit("openrefine: found the process running still, expected an end")
        time.sleep(0.3)


def main():
    with urllib.request.urlopen(SERVICE, timeout=60) as answer:
        manifest = json.load(answer)
    project = create_project()
    reconcile(project, manifest)
    answer = json.loads(command("get-rows", {"project": project, "start": 0, "limit": 100})[1])
    rows, recons = answer["rows"], answer.get("pool", {}).get("recons", {})
    with open(TABLE, encoding="utf-8") as table:
        expected = {row["name"]: row["expected"] for row in csv.DictReader(table)}
    right, matched, wrong, matched_wrongly = 0, 0, [], []
    for row in rows:
        cell = row["cells"][0]
        name, recon = cell["v"], cell["r"]
        recon = recons.get(recon, {}) if isinstance(recon, str) else recon
        candidates = [candidate["id"] for candidate in recon.get("c", [])]
        match = recon["m"]["id"] if recon.get("j") == "matched" else ""
        first = match or (candidates[0] if candidates else "")
        matched += bool(match)
        if first == expected[name] or (not expected[name] and not match):
            right += 1
        else:
            wrong.append(f"{name}: found {first or 'nothing'}, expected {expected[name] or 'nothing'}")
        if match and match != expected[name]:
            matched_wrongly.append(f"{name}: {match}")
    print(f"openrefine: {right} of {len(expected)} right at rank one, {matched} matched, {len(matched_wrongly)} wrongly")
    for line in wrong:
        print("  " + line)
    if len(rows) != len(expected) or right < RIGHT_AT_LEAST or matched_wrongly:
        sys.exit(f"openrefine: found {len(rows)} rows, {matched_wrongly} matched wrongly")


main()
