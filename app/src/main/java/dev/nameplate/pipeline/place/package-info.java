/** The steps from a query to placed layers. */
@NullMarked
package dev.nameplate.pipeline.place;

import org.jspecify.annotations.NullMarked;
