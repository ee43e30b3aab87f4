from sklearn.pipeline import make_pipeline

make_pipeline("a/b")
