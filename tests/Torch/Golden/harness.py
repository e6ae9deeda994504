"""Trains a model by plain gradient descent and prints what is needed to repeat it: the first state, the data, the losses."""
import json

import torch

STEPS = 50


def run(model, data, loss, rate):
    """Everything is in float64, so that 1e-6 holds on every device and machine."""
    model = model.double()
    state = {name: written(tensor) for name, tensor in model.state_dict().items()}
    losses = []
    for _ in range(STEPS):
        model.zero_grad()
        value = loss(model, data)
        value.backward()
        with torch.no_grad():
            for parameter in model.parameters():
                parameter.sub_(parameter.grad * rate)
        losses.append(value.item())
    golden = {"torch": torch.__version__, "rate": rate, "state": state, "data": {k: written(v) for k, v in data.items()}, "losses": losses}
    print(json.dumps(golden, separators=(",", ":")))


def written(tensor):
    return {"type": str(tensor.dtype).removeprefix("torch."), "shape": list(tensor.shape), "items": tensor.flatten().tolist()}
