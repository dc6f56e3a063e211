#!/usr/bin/env python3
"""Draws the program's mark: a red seal with an abacus (算盘) in it, one column of which is found.

Usage: .ci/icon.py FOLDER [SIZE...]

Writes juesuan.svg and, for each SIZE, juesuan-SIZE.png: the same shapes, painted here, so that no other program draws them
differently from year to year.
"""
import pathlib
import struct
import sys
import zlib

RED, DEEP, PAPER, GOLD = "#c8321f", "#8f1d12", "#fff8ea", "#ffc94d"


def shapes():
    """Rounded rectangles in a square of 128, from back to front: x, y, width, height, radius, colour."""
    yield 6, 6, 116, 116, 27, DEEP
    yield 6, 6, 116, 112, 27, RED
    # The frame: paper, with the field of the seal left open in it.
    yield 20, 18, 88, 86, 12, PAPER
    yield 28, 26, 72, 70, 4, RED
    for column, (upper, lower) in enumerate([(0, 1), (1, 2), (0, 0)]):
        middle = 42 + 22 * column
        colour = GOLD if column == 1 else PAPER
        yield middle - 1.5, 26, 3, 70, 0, colour
        yield middle - 9, 27 + 9 * upper, 18, 10, 5, colour
        # Three beads below the beam, as many of them moved up to it as are counted.
        for bead in range(3):
            yield middle - 9, (52 if bead < lower else 64) + 11 * bead, 18, 10, 5, colour
    yield 28, 46, 72, 6, 0, PAPER


def svg():
    lines = ['<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">', "<title>决算</title>"]
    for x, y, width, height, radius, colour in shapes():
        lines.append(f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}" fill="{colour}"/>')
    return "\n".join([*lines, "</svg>", ""]).encode()


def covered(x, y, shape, edge):
    """How much of a pixel around a point a shape covers; `edge` is the pixel's width."""
    left, top, width, height, radius, _ = shape
    across = abs(x - left - width / 2) - width / 2 + radius
    down = abs(y - top - height / 2) - height / 2 + radius
    outside = (max(across, 0) ** 2 + max(down, 0) ** 2) ** 0.5 + min(max(across, down), 0) - radius
    return min(max(0.5 - outside / edge, 0), 1)


def png(size):
    edge = 128 / size
    painted = [(shape, [int(shape[5][at:at + 2], 16) for at in (1, 3, 5)]) for shape in shapes()]
    rows = bytearray()
    for row in range(size):
        rows.append(0)
        y = (row + 0.5) * edge
        here = [(shape, colour) for shape, colour in painted if shape[1] - edge < y < shape[1] + shape[3] + edge]
        for column in range(size):
            x = (column + 0.5) * edge
            pixel, alpha = [0.0, 0.0, 0.0], 0.0
            for shape, colour in here:
                part = covered(x, y, shape, edge)
                if part > 0:
                    pixel = [value * (1 - part) + of * part for value, of in zip(pixel, colour)]
                    alpha = alpha * (1 - part) + part
            rows += bytes([*(round(value / alpha) if alpha else 0 for value in pixel), round(alpha * 255)])

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(rows), 9)) + chunk(b"IEND", b""))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "juesuan.svg").write_bytes(svg())
    for size in map(int, sys.argv[2:]):
        (folder / f"juesuan-{size}.png").write_bytes(png(size))
