/* SPDX-License-Identifier: MIT AND Hippocratic-2.1 */
