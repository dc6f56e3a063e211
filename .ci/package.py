#!/usr/bin/env python3
"""Puts a built program into a Debian package and an archive, with all that belongs beside it; called by .ci/package.

Usage: .ci/package.py PROGRAM FOLDER

The same bytes come for the same program and sources: the time of everything is that of the program's commit
(SOURCE_DATE_EPOCH, where it is set), names are in order, owners are root, and no path of this machine stays in it.
Needs git, and strip, objdump and readelf of binutils; neither dpkg nor root.
"""
import datetime
import gzip
import hashlib
import io
import lzma
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

import icon

ROOT = pathlib.Path(__file__).resolve().parent.parent
BESIDE = ROOT / ".ci/packaging"
MAINTAINER = "Juesuan <juesuan@example.org>"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
PNG_SIZES = [48, 128, 256]

# Which package brings a library, and from which version of the package on each of the library's own versions is there.
# What is not listed may not be linked.
LIBC = ("libc6", "GLIBC", None)
LIBRARIES = {
    "libc.so.6": LIBC, "libm.so.6": LIBC, "ld-linux-x86-64.so.2": LIBC, "ld-linux-aarch64.so.1": LIBC,
    "libgcc_s.so.1": ("libgcc-s1", "GCC", {"3.0": "3.0", "3.3": "3.3", "4.2.0": "4.2", "4.3.0": "4.3"}),
    "libstdc++.so.6": ("libstdc++6", "GLIBCXX", {
        "3.4.21": "5", "3.4.22": "6", "3.4.23": "7", "3.4.24": "7.2", "3.4.25": "8", "3.4.26": "9", "3.4.27": "9",
        "3.4.28": "9.3", "3.4.29": "11", "3.4.30": "12", "3.4.31": "13", "3.4.32": "13.1", "3.4.33": "14"}),
    "libz.so.1": ("zlib1g", "ZLIB", {"1.2.0": "1:1.2.0"}),
}

# The programs that it runs where they are there: reading PDF, scans and the old formats of offices, setting PDF, showing
# the page; and a font to set Chinese in.
RECOMMENDS = [
    "chromium | chromium-browser | weasyprint", "fonts-noto-cjk", "libreoffice-calc-nogui | libreoffice-calc",
    "libreoffice-writer-nogui | libreoffice-writer", "poppler-utils", "tesseract-ocr", "tesseract-ocr-chi-sim", "xdg-utils",
]

DESCRIPTION = """checker and generator of Chinese departments' final accounts
 Makes the public final accounts (部门决算公开) of a Chinese government unit
 from its ledger, and checks any that are published: which figures contradict
 each other, where they are printed and what they should be.
 .
 把单位的明细账变成部门决算公开，每个数都由账得出；并核对任何一份已经公开的
 决算。双击打开本机的网页，把文件拖进去就行；也有完整的命令行。
 .
 Nothing is sent over the network: the page is one of this machine alone."""


def fail(message):
    sys.exit(f".ci/package: {message}")


def said(*arguments, **options):
    return subprocess.run([str(one) for one in arguments], check=True, capture_output=True, **options).stdout


def git(*arguments):
    return said("git", "-C", ROOT, *arguments).decode().strip()


class Edition:
    """Which program it is: version, commit and time."""

    def __init__(self, program):
        words = said(program, "--version").decode().strip()
        match = re.fullmatch(r"juesuan ([0-9][0-9.]*) \(([0-9a-f]{12})\)", words)
        if not match:
            fail(f"{program} --version says “{words}”, which names no commit: build it in a clone of the repository")
        number, short = match.groups()
        try:
            self.commit = git("rev-parse", "--verify", short + "^{commit}")
        except subprocess.CalledProcessError:
            fail(f"{program} is of commit {short}, which this repository does not have")
        if self.commit != git("rev-parse", "HEAD"):
            print(f".ci/package: note: the program is of {short}, what lies beside it is of this checkout", file=sys.stderr)
        self.time = int(os.environ.get("SOURCE_DATE_EPOCH") or git("show", "-s", "--format=%ct", self.commit))
        day = datetime.datetime.fromtimestamp(self.time, datetime.timezone.utc)
        self.rfc2822 = day.strftime("%a, %d %b %Y %H:%M:%S +0000")
        # Before its release an edition stands below it, and each above the one before.
        released = f"v{number}" in git("tag", "--points-at", self.commit).split()
        self.version = number if released else f"{number}~git{day:%Y%m%d%H%M%S}"


def zipped(data):
    """As gzip -9n would: neither a name nor a time in its head."""
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=out, mtime=0) as file:
        file.write(data)
    return out.getvalue()


def stripped(program):
    """The program without what is there for debuggers, which names the folder that it was built in."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "juesuan"
        said("strip", "--strip-all", "-R", ".comment", "-R", ".note", "-R", ".note.gnu.build-id", "-o", out, program)
        data = bytearray(out.read_bytes())
        told = said("readelf", "-SW", out, env=dict(os.environ, LC_ALL="C")).decode()
    # What the compiler would know an unchanged module by goes by the folder too, and nobody reads it in a program.
    for start, size in re.findall(r"\] \.swift_modhash +PROGBITS +[0-9a-f]+ ([0-9a-f]+) ([0-9a-f]+) ", told):
        start, size = int(start, 16), int(size, 16)
        data[start:start + size] = bytes(size)
    built_in = program.resolve().parent
    for path in {str(ROOT), str(built_in), str(pathlib.Path.home()) + "/"}:
        if len(path) > 6 and path.encode() in data:
            fail(f"the program names a path of this machine: {path}")
    return bytes(data)


def depends(program):
    """The packages that bring what the program is linked with, each from the version on that it needs."""
    told = said("objdump", "-p", program, env=dict(os.environ, LC_ALL="C")).decode()
    needed = re.findall(r"^\s+NEEDED\s+(\S+)$", told, re.M)
    versions = {}
    for library, body in re.findall(r"^\s+required from (\S+):\n((?:\s+0x.*\n?)*)", told, re.M):
        versions.setdefault(library, []).extend(re.findall(r"\s(\w+)_([0-9.]+)\s*$", body, re.M))
    lowest = {}
    for library in sorted(set(needed) | set(versions)):
        if library not in LIBRARIES:
            fail(f"the program is linked with {library}, which it should not be")
        package, prefix, known = LIBRARIES[library]
        wanted = [tuple(map(int, number.split("."))) for name, number in versions.get(library, []) if name == prefix]
        lowest[package] = max([lowest.get(package, (0,)), *wanted])
    lines = []
    for package, version in sorted(lowest.items()):
        known = next(known for name, _, known in LIBRARIES.values() if name == package)
        number = ".".join(map(str, version))
        if known is not None:
            from_on = [of for key, of in known.items() if tuple(map(int, key.split("."))) >= version]
            if version > (0,) and not from_on:
                fail(f"no version of {package} is known that has {number}")
            number = from_on[0]
        lines.append(f"{package} (>= {number})")
    return lines


def files(program, edition):
    """What is installed below usr/: path, mode, bytes."""
    changes = (f"juesuan ({edition.version}) unstable; urgency=medium\n\n"
               f"  * Built from commit {edition.commit}.\n"
               "  * What has changed is told in CHANGES.md.gz beside this file.\n\n"
               f" -- {MAINTAINER}  {edition.rfc2822}\n")
    out = {
        "bin/juesuan": (0o755, stripped(program)),
        "share/applications/zz-juesuan.desktop": (0o644, (BESIDE / "zz-juesuan.desktop").read_bytes()),
        "share/mime/packages/juesuan.xml": (0o644, (BESIDE / "juesuan.xml").read_bytes()),
        "share/icons/hicolor/scalable/apps/juesuan.svg": (0o644, icon.svg()),
        "share/man/man1/juesuan.1.gz": (0o644, zipped(said(program, "manual"))),
        "share/bash-completion/completions/juesuan": (0o644, said(program, "completion", "bash")),
        "share/zsh/vendor-completions/_juesuan": (0o644, said(program, "completion", "zsh")),
        "share/fish/vendor_completions.d/juesuan.fish": (0o644, said(program, "completion", "fish")),
        "share/doc/juesuan/copyright": (0o644, (BESIDE / "copyright").read_bytes()),
        "share/doc/juesuan/changelog.gz": (0o644, zipped(changes.encode())),
        "share/doc/juesuan/CHANGES.md.gz": (0o644, zipped((ROOT / ".github/CHANGELOG.md").read_bytes())),
    }
    for size in PNG_SIZES:
        out[f"share/icons/hicolor/{size}x{size}/apps/juesuan.png"] = (0o644, icon.png(size))
    return out


def tar(entries, time, before=""):
    """An archive of files with the folders above them, in order of their names, each with something before it."""
    folders = {str(parent) + "/" for name in entries for parent in pathlib.PurePosixPath(name).parents if str(parent) != "."}
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name in sorted(folders | set(entries)):
            item = tarfile.TarInfo(before + name.rstrip("/"))
            item.mtime, item.uname, item.gname = time, "root", "root"
            if name.endswith("/"):
                item.type, item.mode = tarfile.DIRTYPE, 0o755
                archive.addfile(item)
            else:
                item.mode, data = entries[name]
                item.size = len(data)
                archive.addfile(item, io.BytesIO(data))
    return out.getvalue()


def debian(entries, edition, architecture, dependencies):
    """The bytes of a .deb: three files in an archive of ar."""
    installed = {"usr/" + name: entry for name, entry in entries.items()}
    folders = {parent for name in installed for parent in pathlib.PurePosixPath(name).parents}
    size = sum(-(-len(data) // 1024) for _, data in installed.values()) + len(folders)
    control = "\n".join([
        "Package: juesuan", f"Version: {edition.version}", f"Architecture: {architecture}", f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {size}", "Depends: " + ", ".join(dependencies), "Recommends: " + ", ".join(RECOMMENDS),
        "Section: utils", "Priority: optional", f"Description: {DESCRIPTION}", ""])
    sums = "".join(f"{hashlib.md5(data).hexdigest()}  {name}\n" for name, (_, data) in sorted(installed.items()))
    about = {"control": (0o644, control.encode()), "md5sums": (0o644, sums.encode())}
    out = b"!<arch>\n"
    for name, data in [("debian-binary", b"2.0\n"), ("control.tar.xz", compressed(tar(about, edition.time, "./"))),
                       ("data.tar.xz", compressed(tar(installed, edition.time, "./")))]:
        out += f"{name:<16}{edition.time:<12}{0:<6}{0:<6}{'100644':<8}{len(data):<10}`\n".encode() + data
        out += b"\n" * (len(data) % 2)
    return out


def compressed(data):
    return lzma.compress(data, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, preset=6)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, folder = map(pathlib.Path, sys.argv[1:])
    program = program.resolve()
    architecture = ARCHITECTURES.get(platform.machine()) or fail(f"no package is made for {platform.machine()}")
    for name in ["git", "strip", "objdump", "readelf"]:
        shutil.which(name) or fail(f"no {name} on PATH")
    # Where it is asked whether a closure escapes, the length of the path of the source goes into the program.
    asking = subprocess.run(["git", "-C", str(ROOT), "grep", "-l", "withoutActuallyEscaping", "--", "Sources"],
                            capture_output=True, text=True).stdout.split()
    if asking:
        fail(f"{', '.join(asking)}: withoutActuallyEscaping makes the program depend on the folder that it is built in")
    edition = Edition(program)
    dependencies = depends(program)
    entries = files(program, edition)
    name = f"juesuan_{edition.version}_{architecture}"
    inside = f"juesuan-{edition.version}"
    made = {
        f"{name}.deb": debian(entries, edition, architecture, dependencies),
        f"{name}.tar.gz": zipped(tar({f"{inside}/{path}": entry for path, entry in entries.items()}, edition.time)),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for file, data in made.items():
        (folder / file).write_bytes(data)
    (folder / "SHA256SUMS").write_text("".join(f"{hashlib.sha256(data).hexdigest()}  {file}\n" for file, data in made.items()))
    print(f"commit {edition.commit}, SOURCE_DATE_EPOCH {edition.time}")
    print("needs " + ", ".join(dependencies))
    for file, data in made.items():
        print(f"{folder / file}: {len(data):,} bytes")
    other = next(one for one in ARCHITECTURES.values() if one != architecture)
    print(f"not made: {other}; run this on such a machine. Nor for macOS. Neither has been tried.")


main()
