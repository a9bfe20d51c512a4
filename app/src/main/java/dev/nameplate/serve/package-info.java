/**
 * The use case: one request to one outcome, through cache, single flight and the ladder of
 * degradation.
 */
@NullMarked
package dev.nameplate.serve;

import org.jspecify.annotations.NullMarked;
