"""Checks many publications as one process, under GNU parallel and under Spark: the same bytes every time.

    python3 .ci/lines.py JUESUAN [COUNT]

The publications are the two examples' Markdown with made-up names of units. Needs GNU parallel (Debian: parallel), and
pyspark from PyPI with a Java runtime; what is missing is left out and said. `.ci/run` does not run this: pyspark is large.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

TOOL = os.path.abspath(sys.argv[1])
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
EXAMPLES = [("datong-2024", "大同市市场监督管理局"), ("yunxi-2024", "云溪市文化广电旅游体育局")]


def units(folder):
    """COUNT publications, each in a file of its own; every seventh cannot be read. Their paths."""
    texts = [
        (open(f"Examples/{example}/disclosure/index.md", encoding="utf-8").read(), name) for example, name in EXAMPLES
    ]
    paths = []
    for number in range(COUNT):
        text, name = texts[number % 2]
        path = os.path.join(folder, f"{number:05}.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write("这里没有表。\n" if number % 7 == 6 else text.replace(name, f"甲{number}市虚构局"))
        paths.append(path)
    return paths


def timed(what, run):
    start = time.monotonic()
    lines = run()
    seconds = time.monotonic() - start
    print(f"{what}：{len(lines)} 行，{seconds:.1f} 秒，每秒 {len(lines) / seconds:.0f} 份")
    return lines


def one_process(paths):
    done = subprocess.run([TOOL, "check", "--jsonl"], input="\n".join(paths).encode(), capture_output=True, check=True)
    return done.stdout.splitlines()


def loop(paths):
    """A process for each, as a shell's loop runs them."""
    lines = []
    for path in paths:
        done = subprocess.run([TOOL, "check", path, "--format", "json"], capture_output=True)
        assert done.returncode in (0, 1, 2), done.stderr.decode()
        lines.append(done.stdout)
    return lines


def parallel(paths):
    command = ["parallel", "--keep-order", "--pipe", "-N", "50", TOOL, "check", "--jsonl"]
    done = subprocess.run(command, input="\n".join(paths).encode() + b"\n", capture_output=True, check=True)
    return done.stdout.splitlines()


def spark(paths):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    lines = session.sparkContext.parallelize(paths, 16).pipe(f"{TOOL} check --jsonl").collect()
    session.stop()
    return [line.encode() for line in lines]


def main():
    folder = tempfile.mkdtemp()
    try:
        paths = units(folder)
        expected = timed("一个进程", lambda: one_process(paths))
        assert len(expected) == COUNT
        assert sum(b'"verdict": "unusable"' in line for line in expected) == len([p for p in range(COUNT) if p % 7 == 6])
        timed("逐份启动（前 200 份）", lambda: loop(paths[:200]))
        if shutil.which("parallel"):
            assert timed("GNU parallel", lambda: parallel(paths)) == expected, "GNU parallel 写的不同"
        else:
            print("没有 GNU parallel，没有试")
        try:
            import pyspark  # noqa: F401
        except ImportError:
            print("没有 pyspark，没有试")
        else:
            assert timed("Spark", lambda: spark(paths)) == expected, "Spark 写的不同"
    finally:
        shutil.rmtree(folder)


main()
