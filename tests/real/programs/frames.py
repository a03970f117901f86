# needs: pandas
# A pipeline over data frames that hops inside of what `apply`, `groupby` and `pipe` call, and in a loop over chunks of a file.
import hashlib
import io

import numpy as np
import pandas as pd
from move import hop, moved

generator = np.random.default_rng(7)
times = pd.date_range("2024-01-01", periods=400, freq="h", tz="Europe/Berlin")
table = pd.DataFrame(
    {
        "key": pd.Categorical(generator.choice(["a", "b", "c"], 400)),
        "value": generator.normal(size=400),
        "text": pd.array([None if i % 7 == 0 else "t%d" % (i % 5) for i in range(400)], dtype="string"),
        "count": pd.array([None if i % 11 == 0 else i for i in range(400)], dtype="Int64"),
    },
    index=times,
)


def trimmed(frame, limit):
    hop()
    return frame[frame["value"].abs() < limit]


def digest(frame):
    return hashlib.sha256(frame.to_csv().encode()).hexdigest()


cleaned = table.pipe(trimmed, 2.0).assign(half=lambda frame: frame["value"] / 2)
grouped = cleaned.groupby("key", observed=True)
groups = {}
for key, part in grouped:
    if key == "b":
        hop()
    groups[key] = float(part["value"].sum()).hex()
print(groups, digest(cleaned), table.index.tz, cleaned["key"].cat.categories.tolist())

rolled = cleaned["value"].rolling("3h").mean()
weekly = cleaned.resample("D").agg({"value": ["mean", "std"], "count": "sum"})
hop()
print(
    digest(rolled.to_frame()),
    digest(weekly),
    digest(cleaned.pivot_table(index="text", columns="key", values="half", observed=True)),
)

total = 0
for chunk in pd.read_csv(io.StringIO(cleaned.to_csv()), chunksize=90):
    total += chunk["value"].sum()
print(
    float(total).hex(),
    generator.integers(1 << 40),
    cleaned.equals(table.pipe(lambda one: one[one["value"].abs() < 2].assign(half=one["value"] / 2))),
)
moved()
