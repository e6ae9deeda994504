"""Two causal encoder layers that predict each next of ten tokens:   /usr/bin/python3 transformer.py > transformer.json"""
import torch
from torch import nn

import harness


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        layer = nn.TransformerEncoderLayer(8, 2, dim_feedforward=12, dropout=0.0)
        self.encoder = nn.TransformerEncoder(layer, 2)
        self.head = nn.Linear(8, 5)

    def forward(self, x):
        mask = torch.triu(torch.ones(x.shape[0], x.shape[0], dtype=torch.bool), 1)
        return self.head(self.encoder(x, mask))


torch.manual_seed(4)
model = Model()
data = {"x": torch.randn(10, 4, 8, dtype=torch.float64), "y": torch.randint(5, (10, 4))}
harness.run(model, data, lambda model, data: nn.functional.cross_entropy(model(data["x"]).flatten(0, 1), data["y"].flatten()), rate=0.2)
