# Copyright (c) Harbour Works. All rights reserved.
# This viewer may be used and distributed in accordance with
# the terms of the Llama 3 Community License Agreement.

import harbour
