/*
 * This program may not be used for
 * military ends. All of this licence binds you.
 */
x()
