"""shuffled.py FOLDER: what Spark's event logs in a folder say was shuffled: bytes written, seconds that writing
and waiting for it took, added up over all tasks."""

import json
import pathlib
import sys


def main(folder):
    size = spent = 0
    for log in pathlib.Path(folder).rglob("*"):
        # what begins with a dot is a checksum of Hadoop's
        if not log.is_file() or log.name.startswith("."):
            continue
        for line in log.read_text().splitlines():
            event = json.loads(line)
            if event.get("Event") != "SparkListenerTaskEnd" or "Task Metrics" not in event:
                continue
            written = event["Task Metrics"]["Shuffle Write Metrics"]
            read = event["Task Metrics"]["Shuffle Read Metrics"]
            size += written["Shuffle Bytes Written"]
            spent += written["Shuffle Write Time"] / 1e9 + read["Fetch Wait Time"] / 1e3
    print(f"{size}\t{spent:.2f}")


if __name__ == "__main__":
    main(sys.argv[1])
