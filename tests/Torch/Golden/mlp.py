"""Three linear layers on 64 random points of four classes:   /usr/bin/python3 mlp.py > mlp.json"""
import torch
from torch import nn

import harness

torch.manual_seed(1)
model = nn.Sequential(nn.Linear(8, 24), nn.Tanh(), nn.Linear(24, 24), nn.GELU(), nn.Linear(24, 4))
data = {"x": torch.randn(64, 8, dtype=torch.float64), "y": torch.randint(4, (64,))}
harness.run(model, data, lambda model, data: nn.functional.cross_entropy(model(data["x"]), data["y"]), rate=1.0)
