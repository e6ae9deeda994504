"""A bidirectional LSTM of two layers that remembers the first of seven inputs:   /usr/bin/python3 lstm.py > lstm.json"""
import torch
from torch import nn

import harness


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 5, num_layers=2, bidirectional=True)
        self.head = nn.Linear(10, 3)

    def forward(self, x):
        return self.head(self.lstm(x)[0][-1])


torch.manual_seed(3)
model = Model()
x = torch.randn(7, 12, 3, dtype=torch.float64)
data = {"x": x, "y": x[0]}
harness.run(model, data, lambda model, data: nn.functional.mse_loss(model(data["x"]), data["y"]), rate=0.7)
