"use strict";
var s = "the software shall be used for good, not evil. this license";
