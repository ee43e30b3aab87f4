// lint.js

// Copyright 2002 A. Author

// Permission is hereby granted to anybody who has a copy,
// as long as it is put to use for good and not
// for evil.

var LINT = 1;
