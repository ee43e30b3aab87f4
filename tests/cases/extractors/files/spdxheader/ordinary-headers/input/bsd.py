# The name of the author may not be used to endorse or promote products.
# Licensed under the words above; this licence.
