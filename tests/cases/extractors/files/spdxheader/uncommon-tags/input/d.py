x = "SPDX-License-Identifier: LicenseRef-In-Code"
# SPDX-License-Identifier: LicenseRef-Too-Late
