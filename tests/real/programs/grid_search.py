# needs: scikit-learn
# A grid search over pipelines, which hops in the middle of a fit and between two; all scores and models are the same afterwards.
import hashlib

import numpy as np
from move import hop, moved
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV, KFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

fits = 0


class Counted(BaseEstimator, TransformerMixin):
    def __init__(self, power=1):
        self.power = power

    def fit(self, x, y=None):
        global fits
        fits += 1
        if fits == 5:
            hop()
        self.mean_ = x.mean(axis=0)
        return self

    def transform(self, x):
        return np.sign(x - self.mean_) * np.abs(x - self.mean_) ** self.power


x, y = make_classification(300, 10, n_informative=5, random_state=3)
noise = np.random.RandomState(11)
np.random.seed(5)
pipeline = Pipeline(
    [
        ("scale", StandardScaler()),
        ("counted", Counted()),
        ("forest", RandomForestClassifier(12, random_state=noise)),
    ]
)
search = GridSearchCV(
    pipeline,
    {"counted__power": [1, 2], "forest__max_depth": [2, 5]},
    cv=KFold(3, shuffle=True, random_state=noise),
)
search.fit(x, y)
hop()
predicted = search.best_estimator_.predict_proba(x + np.random.normal(size=x.shape))
print(fits, search.best_params_, [float(score).hex() for score in search.cv_results_["mean_test_score"]])
print(hashlib.sha256(predicted.tobytes()).hexdigest(), noise.randint(1 << 30), np.random.rand().hex())
moved()
