"""The model as plain numpy: what columns become, and the one formula of the detector. model.json holds the numbers."""

import numpy as np

MS_PER_HOUR, MS_PER_DAY = 3_600_000, 86_400_000


def scores_by_formula(formula, fed):
    """The scores of rows, by the columns that they are fed with."""
    features = matrix(formula["recipe"], fed)
    scores = {"bands": bands, "ellipsoid": ellipsoid}[formula["kind"]](formula["model"], features)
    for column in formula["recipe"]["needed"]:
        scores = np.where(is_missing(fed[column]), np.nan, scores)
    return scores


def is_missing(values):
    return values == "" if values.dtype == object else np.isnan(values)


def matrix(recipe, fed):
    """Each feature read from its column, filled, logged, centred and scaled; rounded to 32 bits as in the app."""
    group = groups(recipe["group"], fed)
    return np.column_stack([feature(one, fed[one["column"]], group) for one in recipe["features"]]).astype(np.float32).astype(float)


def groups(group, fed):
    """The place of each row's group; the last place for none of them."""
    if group is None:
        return None
    places = {key: at for at, key in enumerate(group["keys"])}
    values = fed[group["column"]]
    if values.dtype != object:
        places = {float(key): at for key, at in places.items()}
    return np.array([places.get(value, len(places)) for value in values], dtype=int)


def feature(one, values, group):
    raw = read(one["source"], values)
    def own(plain, name):
        return np.append(np.array(one["within"][name], dtype=float), plain)[group] if one["within"] else plain
    value = np.where(np.isnan(raw), own(one["fill"], "fills"), raw)
    if one["log"]:
        value = np.sign(value) * np.log1p(np.abs(value))
    half = np.maximum(own(one["scale"], "scales") * 0.5, 5e-324)
    return np.clip((value * 0.5 - own(one["center"], "centers") * 0.5) / half, -one["limit"], one["limit"])


def read(source, values):
    kind = source["kind"]
    if kind == "missing":
        return is_missing(values).astype(float)
    if kind == "value":
        finite = np.where(np.isposinf(values), source["above"], np.where(np.isneginf(values), source["below"], values))
        return np.clip(finite, source.get("least", -np.inf), source.get("most", np.inf))
    if kind == "level":
        return np.where(is_missing(values), np.nan, values == source["level"])
    if kind == "level-value":
        known = dict(zip(source["levels"], source["values"]))
        return np.array([np.nan if value == "" else known.get(value, source["unseen"]) for value in values], dtype=float)
    if kind == "days":
        return (values - source["first"]) / MS_PER_DAY
    days = np.floor(values / MS_PER_DAY)
    if kind == "clock-value":
        part = np.floor((values - days * MS_PER_DAY) / MS_PER_HOUR) if source["part"] == "hour" else np.mod(days + 3, 7)
        places = np.nan_to_num(part).astype(int)
        return np.where(np.isnan(values), np.nan, np.array(source["values"])[places])
    shifted, period = (values, MS_PER_DAY) if source["part"] == "hour" else (values + 3 * MS_PER_DAY, 7 * MS_PER_DAY)
    turns = shifted / period
    return getattr(np, source["wave"])(2 * np.pi * (turns - np.floor(turns)))


def bands(model, features):
    """How far the farthest column lies beyond its band, in units of the column; or the mean of what lies beyond."""
    unit = np.array(model["unit"])
    varies = unit > 0
    if not varies.any():
        return np.zeros(len(features))
    x = features[:, varies]
    above = (x - np.array(model["high"])[varies]) / unit[varies]
    below = (np.array(model["low"])[varies] - x) / unit[varies]
    distance = {"both": np.maximum(above, below), "high": above, "low": below}[model["side"]]
    farthest = distance.max(axis=1)
    if model["combine"] == "max":
        return farthest
    beyond = np.maximum(distance, 0).sum(axis=1)
    return np.where(beyond > 0, beyond / len(unit), farthest)


def ellipsoid(model, features):
    """The Mahalanobis distance: each direction counts in the spread that it has."""
    unit = np.array(model["unit"])
    z = np.where(unit > 0, (features - np.array(model["centre"])) / np.where(unit > 0, unit, 1), 0)
    inverse = np.array(model["inverse"])
    along = z @ np.array(model["axes"]).reshape(len(inverse), -1).T if len(inverse) else np.zeros((len(z), 0))
    square = model["beyond"] * (z**2).sum(axis=1) + ((inverse - model["beyond"]) * along**2).sum(axis=1)
    return np.sqrt(np.maximum(0, square))
