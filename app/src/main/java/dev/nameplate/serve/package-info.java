/**
 * Turns one request for a picture into one outcome: cache, single flight, drawing, and degraded
 * pictures where that fails.
 */
@NullMarked
package dev.nameplate.serve;

import org.jspecify.annotations.NullMarked;
