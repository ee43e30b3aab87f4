import setuptools

deps = ["click"]
deps += open("deps.list").read().splitlines()
options = dict(name="demo", version=open("VERSION").read())
setuptools.setup(license="MIT", install_requires=deps, extras_require={"a": [x for x in deps], "b": ["rich"]}, **options)
