/** The steps from a query to one picture. Keeps prepared backgrounds, not results. */
@NullMarked
package dev.nameplate.pipeline;

import org.jspecify.annotations.NullMarked;
