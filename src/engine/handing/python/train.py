"""Learns the same method anew, with the settings of the app: for who wants to own the training.

    python train.py new.csv

Other random numbers and other libraries: scores are alike, not equal. Those of the app itself come from score.py.
Needs numpy, pandas and scikit-learn, and what is imported below.
"""

import sys

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, OneHotEncoder, RobustScaler, StandardScaler

from score import frames_of, fed_with, MODEL

# What was chosen in the app: the settings of the detector, what columns are for, and the seed of chance.
PARAMS = {}
COLUMNS = []
SEED = 0

# ---- From columns to numbers -----------------------------------------------------------------------------------------

SCALERS = {"standard": StandardScaler, "robust": RobustScaler, "min-max": MinMaxScaler, "none": lambda: FunctionTransformer()}


def signed_log(values):
    return np.sign(values) * np.log1p(np.abs(values))


def finite(values):
    """Infinities a tenth of the range beyond the others."""
    values = np.asarray(values, dtype=float)
    known = values[np.isfinite(values)]
    low, high = (known.min(), known.max()) if len(known) else (0.0, 1.0)
    return np.clip(np.where(np.isnan(values), np.nan, values), low - 0.1 * (high - low), high + 0.1 * (high - low))


class Shares:
    """Each word as its share of the rows, or as how rare it is in bits."""

    def __init__(self, as_bits):
        self.as_bits = as_bits

    def fit(self, words, _=None):
        counts = pd.Series(np.ravel(words)).value_counts()
        total = counts.sum() + len(counts) + 1
        self.values_ = -np.log2((counts + 1) / total) if self.as_bits else counts / counts.sum()
        self.unseen_ = np.log2(total) if self.as_bits else 0.0
        return self

    def transform(self, words):
        return pd.Series(np.ravel(words)).map(self.values_).fillna(self.unseen_).to_numpy().reshape(-1, 1)

    def fit_transform(self, words, _=None):
        return self.fit(words).transform(words)


def clock_parts(column):
    """Hour and weekday as points on a circle or how rare they are, and days that went by, as they were chosen."""

    def parts(times):
        times = np.ravel(np.asarray(times, dtype=float))
        days = np.nan_to_num(times) / 86_400_000
        found = []
        for part, turns in (("hour", days), ("weekday", (days + 3) / 7)):
            if part in column["dateParts"]:
                found += [np.sin(2 * np.pi * turns), np.cos(2 * np.pi * turns)]
        if "elapsed" in column["dateParts"] or not found:
            found.append(days - days.min())
        return np.column_stack(found)

    return FunctionTransformer(parts)


def steps_of(column):
    """How one column becomes numbers."""
    if column["kind"] == "time":
        return make_pipeline(clock_parts(column), SCALERS[column["scale"]]())
    if column["kind"] == "category":
        fill = SimpleImputer(missing_values="", strategy="most_frequent")
        if column["encode"] == "one-hot":
            return make_pipeline(fill, OneHotEncoder(handle_unknown="ignore", sparse_output=False))
        return make_pipeline(fill, Shares(column["encode"] == "rare-level"), SCALERS[column["scale"]]())
    strategy = {"mean": "mean", "most-frequent": "most_frequent", "constant": "constant"}.get(column["missing"], "median")
    log = [FunctionTransformer(signed_log)] if column["log"] else []
    return make_pipeline(FunctionTransformer(finite), SimpleImputer(strategy=strategy, fill_value=column["fill"]), *log, SCALERS[column["scale"]]())


def prepared(frame):
    """The rows as the app reads them, and the transformer that has learned from them."""
    inputs = {one["column"]: one for one in MODEL["inputs"]}
    read = pd.DataFrame({column["name"]: fed_with(frame, inputs[column["name"]]) for column in COLUMNS})
    transformer = ColumnTransformer([(f"column {at}", steps_of(column), [column["name"]]) for at, column in enumerate(COLUMNS)])
    return np.asarray(transformer.fit_transform(read), dtype=float), transformer


# ---- The detector ----------------------------------------------------------------------------------------------------

# ==== isolation-forest
from sklearn.ensemble import IsolationForest


def scores(x):
    forest = IsolationForest(n_estimators=PARAMS["trees"], max_samples=min(PARAMS["subsample"], len(x)), random_state=SEED)
    return -forest.fit(x).score_samples(x)


# ==== robust-z z-score mean-sd iqr
def scores(x):
    """How far a value lies beyond the band of its column, in units of the column."""
    method = PARAMS["method"]
    if method == "robust-z":
        centre = np.median(x, axis=0)
        low = high = centre
        unit = 1.4826 * np.median(np.abs(x - centre), axis=0)
    elif method == "iqr":
        q1, q3 = np.percentile(x, [25, 75], axis=0)
        unit = q3 - q1
        low, high = q1 - PARAMS["k"] * unit, q3 + PARAMS["k"] * unit
    else:
        unit = x.std(axis=0)
        k = PARAMS.get("k", 0)
        low, high = x.mean(axis=0) - k * unit, x.mean(axis=0) + k * unit
    varies = unit > 0
    above, below = (x - high)[:, varies] / unit[varies], (low - x)[:, varies] / unit[varies]
    distance = {"both": np.maximum(above, below), "high": above, "low": below}[PARAMS["side"]]
    return distance.max(axis=1) if PARAMS["combine"] == "max" else np.maximum(distance, 0).mean(axis=1)


# ==== k-means
from sklearn.cluster import KMeans


def scores(x):
    """The distance to the nearest centre of a group that is large enough to count."""
    found = KMeans(n_clusters=min(PARAMS["clusters"], max(1, len(x) // 5)), n_init=3, random_state=SEED).fit(x)
    sizes = np.bincount(found.labels_, minlength=found.n_clusters)
    counts = sizes >= min(PARAMS["smallest"] / 100 * len(x), sizes.max())
    return found.transform(x)[:, counts].min(axis=1)


# ==== knn
from sklearn.neighbors import NearestNeighbors


def scores(x):
    """A row is not its own neighbour."""
    count = min(PARAMS["neighbours"], len(x) - 1)
    distances = NearestNeighbors(n_neighbors=count).fit(x).kneighbors()[0]
    return distances[:, -1] if PARAMS["distance"] == "farthest" else distances.mean(axis=1)


# ==== unsuspicious-neighbours
from sklearn.ensemble import IsolationForest
from sklearn.neighbors import NearestNeighbors


def scores(x):
    """The most suspicious rows are set aside before others are compared with what is left, in its units."""
    first = -IsolationForest(n_estimators=100, random_state=SEED).fit(x).score_samples(x)
    kept = x[first <= np.quantile(first, 1 - PARAMS["suspicious"] / 100)]
    unit = np.where(kept.std(axis=0) > 1e-6, kept.std(axis=0), x.std(axis=0) + 1e-12)
    counted = lambda rows: np.clip((rows - kept.mean(axis=0)) / unit, -30, 30)
    return NearestNeighbors(n_neighbors=PARAMS["neighbours"] + 1).fit(counted(kept)).kneighbors(counted(x))[0][:, -1]


# ==== lof
from sklearn.neighbors import LocalOutlierFactor


def scores(x):
    return -LocalOutlierFactor(n_neighbors=min(PARAMS["neighbours"], len(x) - 1)).fit(x).negative_outlier_factor_


# ==== mahalanobis
from sklearn.covariance import LedoitWolf


def scores(x):
    return np.sqrt(LedoitWolf().fit(x).mahalanobis(x))


# ==== mcd
from sklearn.covariance import MinCovDet


def scores(x):
    varies = x[:, x.std(axis=0) > 0]
    return np.sqrt(MinCovDet(support_fraction=PARAMS["support"] / 100, random_state=SEED).fit(varies).mahalanobis(varies))


# ==== pca
from sklearn.decomposition import PCA


def scores(x):
    z = StandardScaler().fit_transform(x) if PARAMS["standardise"] else x - x.mean(axis=0)
    found = PCA().fit(z)
    known = found.explained_variance_ > 1e-11 * found.explained_variance_.max()
    axes, variances = found.components_[known], found.explained_variance_[known]
    if PARAMS["measure"] == "ends":
        return sum(np.linalg.norm(z - axis, axis=1) * variances.sum() / variance for axis, variance in zip(axes, variances))
    kept = max(1, int(np.searchsorted(np.cumsum(variances) / variances.sum(), PARAMS["share"] / 100)) + 1)
    along = z @ axes.T
    if PARAMS["measure"] == "off":
        return np.linalg.norm(z - along[:, :kept] @ axes[:kept], axis=1)
    part = {"kept": slice(0, kept), "left out": slice(kept, None), "all": slice(None)}[PARAMS["measure"]]
    return np.sqrt((along[:, part] ** 2 / variances[part]).sum(axis=1))


# ==== cblof
from pyod.models.cblof import CBLOF


def scores(x):
    return CBLOF(n_clusters=PARAMS["clusters"], alpha=PARAMS["alpha"], beta=PARAMS["beta"], use_weights=PARAMS["weighted"], random_state=SEED).fit(x).decision_scores_


# ==== inne
from pyod.models.inne import INNE


def scores(x):
    return INNE(n_estimators=PARAMS["sets"], max_samples=min(PARAMS["perSet"], len(x)), random_state=SEED).fit(x).decision_scores_


# ==== random-forest
from sklearn.ensemble import RandomForestClassifier


def scores(x):
    """A forest learns to tell the rows from made-up ones: columns shuffled, or drawn evenly over their range."""
    chance = np.random.default_rng(SEED)
    shuffled = np.column_stack([chance.permutation(column) for column in x.T])
    spread = chance.uniform(x.min(axis=0), x.max(axis=0) + 1e-12, x.shape)
    mixed = np.where(chance.random((len(x), 1)) < 0.5, shuffled, spread)
    made = {"shuffled": shuffled, "spread": spread, "both": mixed}[PARAMS["against"]]
    forest = RandomForestClassifier(PARAMS["trees"], max_depth=PARAMS["depth"], min_samples_leaf=PARAMS["leaf"], max_samples=min(1.0, 2 * PARAMS["subsample"] / (2 * len(x))), random_state=SEED)
    return forest.fit(np.vstack([x, made]), np.repeat([0, 1], len(x))).predict_proba(x)[:, 1]


# ==== hbos
from pyod.models.hbos import HBOS


def scores(x):
    return HBOS(n_bins="auto" if PARAMS["automatic"] else PARAMS["bins"], alpha=PARAMS["smoothing"]).fit(x).decision_scores_


# ==== ecod
from pyod.models.ecod import ECOD


def scores(x):
    return ECOD().fit(x).decision_scores_


# ==== copod
from pyod.models.copod import COPOD


def scores(x):
    return COPOD().fit(x).decision_scores_


# ==== one-class-svm
from sklearn.svm import OneClassSVM


def scores(x):
    gamma = PARAMS["gamma"] if PARAMS["reach"] == "by hand" else "scale"
    return -OneClassSVM(nu=PARAMS["nu"], gamma=gamma).fit(x).decision_function(x)


# ==== autoencoder conv-autoencoder
import keras


def scores(x):
    """A narrow network rebuilds the rows; what counts is each column's error in units of its usual error."""
    keras.utils.set_random_seed(SEED)
    width, hidden = x.shape[1], PARAMS.get("hidden", 64)
    narrow = max(2, min(8, width // 3))
    clip = PARAMS.get("clip", 5)
    read = np.clip(x, -clip, clip)
    network = keras.Sequential([keras.Input((width,)), keras.layers.Dense(hidden, "tanh"), keras.layers.Dense(narrow, "tanh"), keras.layers.Dense(hidden, "tanh"), keras.layers.Dense(width)])
    network.compile(keras.optimizers.Adam(PARAMS["learningRate"]), "mae")
    network.fit(read, read, batch_size=PARAMS["batch"], epochs=PARAMS["epochs"] or max(1, PARAMS["steps"] * PARAMS["batch"] // len(x)), verbose=0)
    errors = x - network.predict(read, verbose=0)
    middle = np.median(errors, axis=0)
    unit = np.maximum(1.4826 * np.median(np.abs(errors - middle), axis=0), np.maximum(0.05 * errors.std(axis=0), 1e-6))
    return np.log1p(((errors - middle) / unit) ** 2).mean(axis=1)


# ==== cnn
import keras


def scores(x):
    """A network learns which of some random rotations a row went through; unusual answers are strange."""
    keras.utils.set_random_seed(SEED)
    chance = np.random.default_rng(SEED)
    count, width = PARAMS["transformations"], x.shape[1]
    turns = [np.linalg.qr(chance.normal(size=(width, width)))[0] for _ in range(count)]
    read = np.clip(x, -PARAMS["clip"], PARAMS["clip"])
    turned = np.concatenate([read @ turn for turn in turns])[:, :, None]
    network = keras.Sequential([keras.Input((width, 1)), keras.layers.Conv1D(PARAMS["filters"], 3, padding="same", activation="elu"), keras.layers.Flatten(), keras.layers.Dense(PARAMS["hidden"], "elu"), keras.layers.Dense(count)])
    network.compile(keras.optimizers.Adam(PARAMS["learningRate"]), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    network.fit(turned, np.repeat(np.arange(count), len(x)), batch_size=PARAMS["batch"], epochs=PARAMS["epochs"] or 5, verbose=0)
    answers = network.predict(turned, verbose=0).reshape(count, len(x), count)
    answers = answers - answers.mean(axis=2, keepdims=True)
    middle = np.median(answers, axis=1, keepdims=True)
    unit = np.maximum(1.4826 * np.median(np.abs(answers - middle), axis=1, keepdims=True), 1e-6)
    return np.log1p(((answers - middle) / unit) ** 2).mean(axis=(0, 2))


# ==== end


def main():
    if len(sys.argv) != 2:
        sys.exit("Name the file to learn from: python train.py new.csv")
    frame = pd.concat(frames_of(sys.argv[1]), ignore_index=True)
    x, _ = prepared(frame)
    found = scores(x)
    order = np.argsort(-found, kind="stable")
    print(f"{len(found)} rows, {x.shape[1]} features. The strangest:")
    print(frame.assign(score=found).iloc[order[:10]].to_string())


if __name__ == "__main__":
    main()
