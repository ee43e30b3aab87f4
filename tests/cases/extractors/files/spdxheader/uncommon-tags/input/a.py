#!/usr/bin/env python
# SPDX-License-Identifier: LicenseRef-Acme-RAIL-M
x = 1
