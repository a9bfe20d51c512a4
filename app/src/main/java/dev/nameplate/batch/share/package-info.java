/**
 * Jobs that several nodes work on together, unit by unit. All that is kept of them lies on a board
 * that the nodes share, compressed and sealed; a node keeps nothing that the others need.
 */
@NullMarked
package dev.nameplate.batch.share;

import org.jspecify.annotations.NullMarked;
