/** The steps from a query to placed layers, before a pixel is touched. */
@NullMarked
package dev.nameplate.pipeline.place;

import org.jspecify.annotations.NullMarked;
