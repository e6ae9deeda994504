"""Writes golden.json: what Python's torch.optim makes of the problem of Problem.cs, and the first 40 rates of each scheduler.

    /usr/bin/python3 tests/Torch/Optim/golden.py      (Debian: python3-torch; written with 1.13.1 on 2026-11-21)

Nothing is drawn at random: every number follows from its index.
"""
import json
import math
import pathlib

import torch
from torch.optim import lr_scheduler

SHAPES = [(2, 3), (1,), (4,)]
STEPS = 20


def run(name, options, dtype):
    parameters, first = [], 0
    for shape in SHAPES:
        count = math.prod(shape)
        values = torch.tensor([math.sin(3 * i + 1) for i in range(first, first + count)], dtype=torch.float64)
        parameters.append(values.reshape(shape).to(dtype).requires_grad_())
        first += count
    optimizer = getattr(torch.optim, name)(parameters, **options)
    for _ in range(STEPS):
        first = 0
        for parameter in parameters:
            count = parameter.numel()
            theta = parameter.detach().double().flatten().tolist()
            gradient = [
                (0.5 + i % 4) * (t - math.cos(2 * i)) + 0.3 * math.cos(t) for i, t in zip(range(first, first + count), theta)
            ]
            parameter.grad = torch.tensor(gradient, dtype=torch.float64).reshape(parameter.shape).to(dtype)
            first += count
        optimizer.step()
    return [x for parameter in parameters for x in parameter.detach().double().flatten().tolist()]


OPTIMIZERS = [
    ("SGD", dict(lr=0.1)),
    ("SGD", dict(lr=0.05, momentum=0.9, dampening=0.2, weight_decay=0.1)),
    ("SGD", dict(lr=0.05, momentum=0.9, weight_decay=0.1, nesterov=True)),
    ("SGD", dict(lr=0.02, momentum=0.5, weight_decay=0.1, maximize=True)),
    ("Adam", dict(lr=0.1)),
    ("Adam", dict(lr=0.1, betas=(0.8, 0.9), eps=1e-4, weight_decay=0.1, amsgrad=True)),
    ("Adam", dict(lr=0.1, weight_decay=0.1, maximize=True)),
    ("AdamW", dict(lr=0.1, weight_decay=0.2)),
    ("AdamW", dict(lr=0.1, betas=(0.8, 0.9), weight_decay=0.2, amsgrad=True, maximize=True)),
    ("RMSprop", dict(lr=0.05)),
    ("RMSprop", dict(lr=0.02, alpha=0.9, eps=1e-3, weight_decay=0.1, momentum=0.5, centered=True)),
    ("Adagrad", dict(lr=0.3)),
    ("Adagrad", dict(lr=0.3, lr_decay=0.1, weight_decay=0.2, initial_accumulator_value=0.5)),
    ("Adadelta", dict(lr=1.0)),
    ("Adamax", dict(lr=0.05)),
    # The version for single tensors multiplies the product of the momenta by one of them twice, until 2.0.
    ("NAdam", dict(lr=0.05, foreach=True)),
    ("RAdam", dict(lr=0.05)),
    ("ASGD", dict(lr=0.05)),
    ("Rprop", dict(lr=0.02)),
]


def sgd():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.5, momentum=0.9)


def sequential(optimizer):
    first = lr_scheduler.ConstantLR(optimizer, factor=0.1, total_iters=4)
    second = lr_scheduler.ExponentialLR(optimizer, gamma=0.9)
    third = lr_scheduler.StepLR(optimizer, step_size=3, gamma=0.5)
    return lr_scheduler.SequentialLR(optimizer, [first, second, third], milestones=[6, 20])


def chained(optimizer):
    return lr_scheduler.ChainedScheduler(
        [lr_scheduler.ConstantLR(optimizer, factor=0.1, total_iters=4), lr_scheduler.ExponentialLR(optimizer, gamma=0.9)]
    )


SCHEDULERS = {
    "StepLR": lambda o: lr_scheduler.StepLR(o, step_size=7, gamma=0.3),
    "MultiStepLR": lambda o: lr_scheduler.MultiStepLR(o, milestones=[3, 11, 11, 30], gamma=0.4),
    "ExponentialLR": lambda o: lr_scheduler.ExponentialLR(o, gamma=0.93),
    "ConstantLR": lambda o: lr_scheduler.ConstantLR(o, factor=0.25, total_iters=9),
    "LinearLR": lambda o: lr_scheduler.LinearLR(o, start_factor=0.2, end_factor=0.9, total_iters=13),
    "PolynomialLR": lambda o: lr_scheduler.PolynomialLR(o, total_iters=17, power=1.5),
    "CosineAnnealingLR": lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=12, eta_min=0.01),
    "LambdaLR": lambda o: lr_scheduler.LambdaLR(o, lambda t: 1 / (1 + 0.1 * t)),
    "MultiplicativeLR": lambda o: lr_scheduler.MultiplicativeLR(o, lambda t: 1 - 0.01 * t),
    "SequentialLR": sequential,
    "ChainedLR": chained,
    "CyclicLR": lambda o: lr_scheduler.CyclicLR(o, base_lr=0.01, max_lr=0.2, step_size_up=5, step_size_down=8),
    "CyclicLR triangular2": lambda o: lr_scheduler.CyclicLR(o, base_lr=0.01, max_lr=0.2, step_size_up=4, mode="triangular2"),
    "CyclicLR exp_range": lambda o: lr_scheduler.CyclicLR(o, base_lr=0.01, max_lr=0.2, step_size_up=4, mode="exp_range", gamma=0.95),
    "OneCycleLR": lambda o: lr_scheduler.OneCycleLR(o, max_lr=0.4, total_steps=41),
    "OneCycleLR linear": lambda o: lr_scheduler.OneCycleLR(
        o, max_lr=0.4, epochs=5, steps_per_epoch=9, pct_start=0.25, anneal_strategy="linear", three_phase=True
    ),
    "ReduceLROnPlateau": lambda o: lr_scheduler.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1, min_lr=0.02),
    "ReduceLROnPlateau max abs": lambda o: lr_scheduler.ReduceLROnPlateau(
        o, mode="max", factor=0.3, patience=1, threshold=0.05, threshold_mode="abs"
    ),
}


def rates(make):
    optimizer = sgd()
    scheduler = make(optimizer)
    found = []
    for t in range(40):
        found.append([optimizer.param_groups[0]["lr"], optimizer.param_groups[0]["momentum"]])
        optimizer.step()
        if isinstance(scheduler, lr_scheduler.ReduceLROnPlateau):
            scheduler.step(math.cos(t / 6))
        else:
            scheduler.step()
    return found


def lbfgs():
    """Three steps of up to eight iterations on the sum whose gradient is used above."""
    values = torch.tensor([math.sin(3 * i + 1) for i in range(11)], dtype=torch.float64)
    parameters = [part.reshape(shape).clone().requires_grad_() for part, shape in zip(values.split([6, 1, 4]), SHAPES)]
    curvature = torch.tensor([0.5 + i % 4 for i in range(11)], dtype=torch.float64)
    centre = torch.tensor([math.cos(2 * i) for i in range(11)], dtype=torch.float64)
    optimizer = torch.optim.LBFGS(parameters, lr=0.3, max_iter=8, history_size=3)

    def closure():
        optimizer.zero_grad()
        theta = torch.cat([parameter.reshape(-1) for parameter in parameters])
        loss = (0.5 * curvature * (theta - centre) ** 2 + 0.3 * theta.sin()).sum()
        loss.backward()
        return loss

    losses = [optimizer.step(closure).item() for _ in range(3)]
    return losses + [x for parameter in parameters for x in parameter.detach().flatten().tolist()]


golden = {
    "torch": torch.__version__.split("a")[0],
    "optimizers": [
        {"name": name, "options": options, "float64": run(name, options, torch.float64), "float32": run(name, options, torch.float32)}
        for name, options in OPTIMIZERS
    ],
    "lbfgs": lbfgs(),
    "schedulers": {name: rates(make) for name, make in SCHEDULERS.items()},
}
(pathlib.Path(__file__).parent / "golden.json").write_text(json.dumps(golden, indent=1) + "\n")
