"""Writes a tiny BERT and a tiny DistilBERT under the names of the published checkpoints, and what PyTorch makes of a text with them.

    /usr/bin/python3 tests/Implementations/Distilbert/Golden/tiny_bert.py

Files: bert.safetensors, distilbert.safetensors, expected.json. Seed 20191001.
"""
import json
import pathlib
import struct

import torch
from torch.nn import functional as F

FOLDER = pathlib.Path(__file__).parent
VOCABULARY, WIDTH, INNER, HEADS, POSITIONS = 30, 16, 32, 2, 12


def write(path, tensors):
    header, start, blobs = {}, 0, []
    for name, tensor in tensors.items():
        blob = struct.pack(f"<{tensor.numel()}f", *tensor.flatten().tolist())
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [start, start + len(blob)]}
        start += len(blob)
        blobs.append(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))


class Names(dict):
    """Random weights, made in the order in which they are asked for."""

    def linear(self, name, inputs, outputs):
        self[name + ".weight"] = torch.randn(outputs, inputs) * 0.2
        self[name + ".bias"] = torch.randn(outputs) * 0.1

    def norm(self, name):
        self[name + ".weight"] = 1 + torch.randn(WIDTH) * 0.1
        self[name + ".bias"] = torch.randn(WIDTH) * 0.1


def apply_linear(w, name, x):
    return F.linear(x, w[name + ".weight"], w[name + ".bias"])


def apply_norm(w, name, x):
    return F.layer_norm(x, (WIDTH,), w[name + ".weight"], w[name + ".bias"], 1e-12)


def attend(w, query, key, value, x, mask):
    batch, length, _ = x.shape
    split = lambda name: apply_linear(w, name, x).view(batch, length, HEADS, -1).transpose(1, 2)
    scores = split(query) @ split(key).transpose(-1, -2) / (WIDTH // HEADS) ** 0.5
    scores = scores.masked_fill(~mask[:, None, None, :], float("-inf"))
    return (scores.softmax(-1) @ split(value)).transpose(1, 2).reshape(batch, length, WIDTH)


def bert(layers):
    w = Names()
    w["bert.embeddings.word_embeddings.weight"] = torch.randn(VOCABULARY, WIDTH) * 0.3
    w["bert.embeddings.position_embeddings.weight"] = torch.randn(POSITIONS, WIDTH) * 0.3
    w["bert.embeddings.token_type_embeddings.weight"] = torch.randn(2, WIDTH) * 0.3
    w.norm("bert.embeddings.LayerNorm")
    for i in range(layers):
        at = f"bert.encoder.layer.{i}."
        for part in ("query", "key", "value"):
            w.linear(at + "attention.self." + part, WIDTH, WIDTH)
        w.linear(at + "attention.output.dense", WIDTH, WIDTH)
        w.norm(at + "attention.output.LayerNorm")
        w.linear(at + "intermediate.dense", WIDTH, INNER)
        w.linear(at + "output.dense", INNER, WIDTH)
        w.norm(at + "output.LayerNorm")
    w.linear("bert.pooler.dense", WIDTH, WIDTH)
    w["cls.predictions.bias"] = torch.randn(VOCABULARY) * 0.1
    w.linear("cls.predictions.transform.dense", WIDTH, WIDTH)
    w.norm("cls.predictions.transform.LayerNorm")

    def run(tokens, segments, mask):
        x = (w["bert.embeddings.word_embeddings.weight"][tokens]
             + w["bert.embeddings.position_embeddings.weight"][: tokens.shape[1]]
             + w["bert.embeddings.token_type_embeddings.weight"][segments])
        x = apply_norm(w, "bert.embeddings.LayerNorm", x)
        for i in range(layers):
            at = f"bert.encoder.layer.{i}."
            y = attend(w, at + "attention.self.query", at + "attention.self.key", at + "attention.self.value", x, mask)
            x = apply_norm(w, at + "attention.output.LayerNorm", x + apply_linear(w, at + "attention.output.dense", y))
            y = F.gelu(apply_linear(w, at + "intermediate.dense", x))
            x = apply_norm(w, at + "output.LayerNorm", x + apply_linear(w, at + "output.dense", y))
        pooled = torch.tanh(apply_linear(w, "bert.pooler.dense", x[:, 0]))
        y = apply_norm(w, "cls.predictions.transform.LayerNorm", F.gelu(apply_linear(w, "cls.predictions.transform.dense", x)))
        return x, pooled, F.linear(y, w["bert.embeddings.word_embeddings.weight"], w["cls.predictions.bias"])

    return w, run


def distilbert(layers):
    w = Names()
    w["distilbert.embeddings.word_embeddings.weight"] = torch.randn(VOCABULARY, WIDTH) * 0.3
    w["distilbert.embeddings.position_embeddings.weight"] = torch.randn(POSITIONS, WIDTH) * 0.3
    w.norm("distilbert.embeddings.LayerNorm")
    for i in range(layers):
        at = f"distilbert.transformer.layer.{i}."
        for part in ("q_lin", "k_lin", "v_lin", "out_lin"):
            w.linear(at + "attention." + part, WIDTH, WIDTH)
        w.norm(at + "sa_layer_norm")
        w.linear(at + "ffn.lin1", WIDTH, INNER)
        w.linear(at + "ffn.lin2", INNER, WIDTH)
        w.norm(at + "output_layer_norm")
    w.linear("vocab_transform", WIDTH, WIDTH)
    w.norm("vocab_layer_norm")
    w["vocab_projector.weight"] = w["distilbert.embeddings.word_embeddings.weight"]
    w["vocab_projector.bias"] = torch.randn(VOCABULARY) * 0.1

    def run(tokens, mask):
        x = w["distilbert.embeddings.word_embeddings.weight"][tokens] + w["distilbert.embeddings.position_embeddings.weight"][: tokens.shape[1]]
        x = apply_norm(w, "distilbert.embeddings.LayerNorm", x)
        for i in range(layers):
            at = f"distilbert.transformer.layer.{i}."
            y = attend(w, at + "attention.q_lin", at + "attention.k_lin", at + "attention.v_lin", x, mask)
            x = apply_norm(w, at + "sa_layer_norm", x + apply_linear(w, at + "attention.out_lin", y))
            y = apply_linear(w, at + "ffn.lin2", F.gelu(apply_linear(w, at + "ffn.lin1", x)))
            x = apply_norm(w, at + "output_layer_norm", x + y)
        y = apply_norm(w, "vocab_layer_norm", F.gelu(apply_linear(w, "vocab_transform", x)))
        return x, F.linear(y, w["vocab_projector.weight"], w["vocab_projector.bias"])

    return w, run


torch.manual_seed(20191001)
tokens = torch.randint(0, VOCABULARY, (2, 9))
segments = (torch.arange(9) >= 5).long().expand(2, 9)
mask = torch.ones(2, 9, dtype=torch.bool)
mask[1, 6:] = False

with torch.no_grad():
    weights, run = bert(4)
    write(FOLDER / "bert.safetensors", weights)
    hidden, pooled, logits = run(tokens, segments, mask)
    expected = {
        "torch": torch.__version__, "seed": 20191001, "tokens": tokens.flatten().tolist(), "segments": segments.flatten().tolist(),
        "mask": mask.flatten().tolist(),
        "bert": {"hidden": hidden.flatten().tolist(), "pooled": pooled.flatten().tolist(), "logits": logits.flatten().tolist()},
    }
    weights, run = distilbert(2)
    write(FOLDER / "distilbert.safetensors", weights)
    hidden, logits = run(tokens, mask)
    expected["distilbert"] = {"hidden": hidden.flatten().tolist(), "logits": logits.flatten().tolist()}

(FOLDER / "expected.json").write_text(json.dumps(expected) + "\n")
