# Licensed under the Apache License, Version 2.0
# you may not use this file except in compliance with the License.
