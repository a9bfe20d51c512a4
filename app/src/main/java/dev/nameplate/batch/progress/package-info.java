/** How far a run is, on a terminal and elsewhere. */
@NullMarked
package dev.nameplate.batch.progress;

import org.jspecify.annotations.NullMarked;
