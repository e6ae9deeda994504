"""The first values of layers and initializers after one seed:   /usr/bin/python3 initial.py > initial.json"""
import json

import torch
from torch import nn

from harness import written

torch.manual_seed(7)
layers = nn.ModuleDict({
    "linear": nn.Linear(5, 3),
    "embedding": nn.Embedding(6, 4, padding_idx=2),
    "bilinear": nn.Bilinear(2, 3, 4),
    "bag": nn.EmbeddingBag(5, 4),
    "prelu": nn.PReLU(2),
    "norm": nn.BatchNorm1d(3),
    "last": nn.Linear(4, 2, bias=False),
})
fills = {
    "uniform": lambda t: nn.init.uniform_(t, -1, 3),
    "normal": lambda t: nn.init.normal_(t, 1, 2),
    "trunc_normal": lambda t: nn.init.trunc_normal_(t, 0.1, 0.5, -0.4, 0.9),
    "xavier_uniform": lambda t: nn.init.xavier_uniform_(t, 1.5),
    "xavier_normal": lambda t: nn.init.xavier_normal_(t),
    "kaiming_uniform": lambda t: nn.init.kaiming_uniform_(t, mode="fan_out", nonlinearity="relu"),
    "kaiming_normal": lambda t: nn.init.kaiming_normal_(t, a=0.2),
    "orthogonal": lambda t: nn.init.orthogonal_(t, 2),
    "sparse": lambda t: nn.init.sparse_(t, 0.4),
    "eye": nn.init.eye_,
}
state = {name: written(tensor) for name, tensor in layers.state_dict().items()}
data = {name: written(fill(torch.empty(6, 4))) for name, fill in fills.items()}
data["dirac"] = written(nn.init.dirac_(torch.empty(3, 2, 3)))
print(json.dumps({"torch": torch.__version__, "rate": 0, "state": state, "data": data, "losses": []}, separators=(",", ":")))
