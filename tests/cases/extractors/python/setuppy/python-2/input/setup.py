from distutils.core import setup
print "hello"
setup(name="x")
