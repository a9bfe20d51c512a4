/**
 * Small pieces that every package may use: a lazy value, an object pool, digests, one computation
 * for many callers.
 */
@NullMarked
package dev.nameplate.util;

import org.jspecify.annotations.NullMarked;
