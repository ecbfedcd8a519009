"""Fits and scores methods of scikit-learn: one "method seed" a line comes in, the seconds go out."""

import os

# Before numpy: one thread, as in the worker.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import sys
import time

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import IsolationForest
from sklearn.kernel_approximation import Nystroem
from sklearn.linear_model import SGDOneClassSVM
from sklearn.neighbors import LocalOutlierFactor, NearestNeighbors
from sklearn.pipeline import make_pipeline
from sklearn.svm import OneClassSVM

rows = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, dtype=np.float64)
rows = ((rows - rows.mean(axis=0)) / rows.std(axis=0)).astype(np.float32)


def isolation_forest(seed):
    IsolationForest(n_estimators=100, max_samples=256, random_state=seed, n_jobs=1).fit(rows).score_samples(rows)


def k_means(seed):
    KMeans(n_clusters=16, n_init=3, random_state=seed).fit(rows).transform(rows).min(axis=1)


def pca(seed):
    found = PCA(random_state=seed).fit(rows)
    # As our score: the length in the components, each in its own standard deviation.
    np.sqrt((found.transform(rows) ** 2 / found.explained_variance_).sum(axis=1))


def knn(_):
    NearestNeighbors(n_neighbors=50, n_jobs=1).fit(rows).kneighbors()


def lof(_):
    LocalOutlierFactor(n_neighbors=100, n_jobs=1).fit(rows)


def one_class_svm(_):
    OneClassSVM(nu=0.5, gamma="scale").fit(rows).score_samples(rows)


def one_class_svm_approximate(seed):
    kernel = Nystroem(gamma=1 / (rows.shape[1] * rows.var()), n_components=500, random_state=seed)
    make_pipeline(kernel, SGDOneClassSVM(nu=0.5, random_state=seed)).fit(rows).score_samples(rows)


METHODS = {
    "isolation-forest": isolation_forest,
    "k-means": k_means,
    "pca": pca,
    "knn": knn,
    "lof": lof,
    "one-class-svm": one_class_svm,
    "one-class-svm approximate": one_class_svm_approximate,
}

print(sklearn.__version__, flush=True)
for line in sys.stdin:
    method, seed = line.rsplit(maxsplit=1)
    start = time.perf_counter()
    METHODS[method](int(seed))
    print(time.perf_counter() - start, flush=True)
