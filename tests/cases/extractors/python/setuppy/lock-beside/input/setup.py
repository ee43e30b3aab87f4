from setuptools import setup
setup(name="demo", install_requires=["click", "rich>=13"])
