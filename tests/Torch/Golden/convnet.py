"""Two convolutions with pooling on 16 random images of three classes:   /usr/bin/python3 convnet.py > convnet.json"""
import torch
from torch import nn

import harness

torch.manual_seed(2)
model = nn.Sequential(
    nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(4, 6, 3, groups=2), nn.Tanh(), nn.AvgPool2d(2),
    nn.Flatten(), nn.Linear(6, 3))
data = {"x": torch.randn(16, 1, 8, 8, dtype=torch.float64), "y": torch.randint(3, (16,))}
harness.run(model, data, lambda model, data: nn.functional.cross_entropy(model(data["x"]), data["y"]), rate=0.7)
