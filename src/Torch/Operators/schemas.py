"""Writes schemas.txt: the schemas, as the installed libtorch has them, of the operators that [Aten] attributes name.

    /usr/bin/python3 src/Torch/Operators/schemas.py      (Debian: python3-torch, of the same libtorch as libtorch-dev)
"""
import pathlib
import re

import torch

folder = pathlib.Path(__file__).parent
named = set()
for source in folder.parent.rglob("*.cs"):
    named.update(re.findall(r'\[Aten\("([\w.]+)"', source.read_text()))

found = {}
for schema in torch._C._jit_get_all_schemas():
    text = str(schema)
    if text.startswith("aten::"):
        found[text[len("aten::"):text.index("(")]] = text

missing = named - found.keys()
if missing:
    raise SystemExit("no such operators: " + ", ".join(sorted(missing)))

lines = [f"# Schemas of libtorch {torch.__version__.split('a')[0]}, written by schemas.py."]
lines += [found[name] for name in sorted(named)]
(folder / "schemas.txt").write_text("\n".join(lines) + "\n")
