"""Writes golden.safetensors from the description of the format alone: no package is used.

    python3 tests/Safetensors/golden.py

Every number is (7 i + 3) mod 11 for the i-th element, so that nothing is drawn at random.
"""
import json
import pathlib
import struct


def brain(value):
    return struct.unpack("<I", struct.pack("<f", value))[0] >> 16


TENSORS = [
    ("double", "F64", [2, 3], "<d", float),
    ("long", "I64", [4], "<q", int),
    ("empty", "F32", [2, 0, 3], "<f", float),
    ("float", "F32", [3, 1, 2], "<f", float),
    ("int", "I32", [5], "<i", lambda v: v - 5),
    ("brain", "BF16", [4], "<H", brain),
    ("half", "F16", [4], "<e", float),
    ("short", "I16", [3], "<h", lambda v: v - 5),
    ("bool", "BOOL", [5], "<?", lambda v: v % 2 == 0),
    ("byte", "U8", [3], "<B", int),
    ("sbyte", "I8", [3], "<b", lambda v: v - 5),
    ("scalar", "I8", [], "<b", lambda v: v - 5),
]

header, data = {"__metadata__": {"format": "pt", "note": "plain"}}, b""
for name, dtype, shape, form, convert in TENSORS:
    count = 1
    for size in shape:
        count *= size
    part = b"".join(struct.pack(form, convert((7 * i + 3) % 11)) for i in range(count))
    header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [len(data), len(data) + len(part)]}
    data += part
text = json.dumps(header, separators=(",", ":")).encode()
text += b" " * (-len(text) % 8)
path = pathlib.Path(__file__).parent / "golden.safetensors"
path.write_bytes(struct.pack("<Q", len(text)) + text + data)
