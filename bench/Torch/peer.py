"""The other side of the bench: Python on the same libtorch, asked line by line for one measurement at a time.

    time COUNT STATEMENT     seconds that COUNT runs of a statement take
"""
import sys
import timeit

import torch
import torch.nn.functional as F

torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(1)
NAMES = {
    "torch": torch,
    "F": F,
    "a": torch.ones(1),
    "b": torch.ones(1),
    "w": torch.ones(1, requires_grad=True),
    "m": torch.rand(2, 2),
    "n": torch.rand(2, 2),
    "i": torch.tensor([0, 1]),
    "mask": torch.tensor([[True, False], [False, True]]),
    "scale": torch.ones(2),
    "image": torch.rand(1, 1, 3, 3),
    "kernel": torch.rand(1, 1, 2, 2),
    "data": [1.0, 2.0, 3.0],
}


def answer(line: str) -> str:
    command, rest = line.split(" ", 1)
    if command == "time":
        count, statement = rest.split(" ", 1)
        return repr(timeit.Timer(statement, globals=NAMES).timeit(int(count)))
    raise ValueError(f"no command {command}")


print(torch.__version__, flush=True)
for asked in sys.stdin:
    print(answer(asked.strip()), flush=True)
