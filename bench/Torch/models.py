"""The networks of the bench in PyTorch, line by line as in Models/*.cs."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second, self.last = nn.Linear(64, 128), nn.Linear(128, 128), nn.Linear(128, 10)
        self.x, self.y = torch.randn(64, 64), torch.randint(10, (64,))

    def forward(self, x):
        return self.last(self.second(self.first(x).relu()).relu())

    def loss(self):
        return F.cross_entropy(self(self.x), self.y)


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(65, 64)
        self.cells = nn.LSTM(64, 128, batch_first=True)
        self.head = nn.Linear(128, 65)
        self.tokens = torch.randint(65, (32, 65))

    def forward(self, tokens):
        return self.head(self.cells(self.table(tokens))[0])

    def loss(self):
        scores = self(self.tokens[:, :-1])
        return F.cross_entropy(scores.reshape(-1, 65), self.tokens[:, 1:].reshape(-1))


class GptBlock(nn.Module):
    def __init__(self, width, heads, context):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.projection = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.widen, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.register_buffer("future", torch.ones(context, context, dtype=torch.bool).triu(1))

    def forward(self, x):
        x = x + self.attend(self.norm1(x))
        return x + self.narrow(F.gelu(self.widen(self.norm2(x))))

    def attend(self, x):
        b, t, c = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, c // self.heads).permute(2, 0, 3, 1, 4)
        scores = q.matmul(k.transpose(-2, -1)) * (1 / math.sqrt(c // self.heads))
        weights = scores.masked_fill(self.future, -math.inf).softmax(-1)
        return self.projection(weights.matmul(v).transpose(1, 2).reshape(b, t, c))


class Gpt(nn.Module):
    BATCH, CONTEXT, WIDTH, VOCABULARY = 2, 256, 256, 256

    def __init__(self):
        super().__init__()
        self.tokens = nn.Embedding(self.VOCABULARY, self.WIDTH)
        self.positions = nn.Embedding(self.CONTEXT, self.WIDTH)
        self.blocks = nn.ModuleList([GptBlock(self.WIDTH, 8, self.CONTEXT) for _ in range(4)])
        self.norm = nn.LayerNorm(self.WIDTH)
        self.head = nn.Linear(self.WIDTH, self.VOCABULARY, bias=False)
        self.text = torch.randint(self.VOCABULARY, (self.BATCH, self.CONTEXT + 1))
        self.places = torch.arange(self.CONTEXT)

    def forward(self, text):
        x = self.tokens(text) + self.positions(self.places)
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x))

    def loss(self):
        scores = self(self.text[:, :-1])
        return F.cross_entropy(scores.reshape(-1, self.VOCABULARY), self.text[:, 1:].reshape(-1))


class Training:
    """A network with its optimizer, made on first use."""

    def __init__(self, name):
        self.network = {"Mlp": Mlp, "Lstm": Lstm, "Gpt": Gpt}[name]()
        self.optimizer = torch.optim.AdamW(self.network.parameters(), lr=1e-3, weight_decay=0.01)

    def step(self):
        self.optimizer.zero_grad()
        loss = self.network.loss()
        loss.backward()
        self.optimizer.step()
        return loss
