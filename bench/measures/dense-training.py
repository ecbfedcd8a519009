"""Trains a small autoencoder in PyTorch once for every seed that comes in on a line; answers seconds."""

import sys
import time

import numpy as np
import torch
from torch import nn

torch.set_num_threads(1)
file, epochs, batch = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rows = np.loadtxt(file, delimiter=",", skiprows=1)
q25, q50, q75 = np.quantile(rows, [0.25, 0.5, 0.75], axis=0)
rows = torch.tensor(np.clip((rows - q50) / (q75 - q25) * 1.349, -3, 3), dtype=torch.float32)


def layers(*widths):
    for i, (a, b) in enumerate(zip(widths, widths[1:])):
        yield nn.Linear(a, b)
        if i < len(widths) - 2:
            yield nn.Tanh()


def train(seed):
    torch.manual_seed(seed)
    width = rows.shape[1]
    net = nn.Sequential(*layers(width, 16, 8, 16, width))
    adam = torch.optim.Adam(net.parameters(), lr=0.003, foreach=True)
    for _ in range(epochs):
        order = torch.randperm(len(rows))
        for at in range(0, len(rows) - batch + 1, batch):
            x = rows[order[at : at + batch]]
            loss = nn.functional.mse_loss(net(x), x)
            adam.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            adam.step()


print(torch.__version__, flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    train(int(line))
    print(time.perf_counter() - start, flush=True)
