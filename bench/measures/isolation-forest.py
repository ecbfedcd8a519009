"""Fits and scores an isolation forest of scikit-learn once for every seed that comes in on a line; answers seconds."""

import sys
import time

import numpy as np
import sklearn
from sklearn.ensemble import IsolationForest

rows = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, dtype=np.float64).astype(np.float32)
print(sklearn.__version__, flush=True)
for line in sys.stdin:
    forest = IsolationForest(n_estimators=100, max_samples=256, random_state=int(line), n_jobs=1)
    start = time.perf_counter()
    forest.fit(rows)
    forest.score_samples(rows)
    print(time.perf_counter() - start, flush=True)
