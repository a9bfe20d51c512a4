/** Which column of a list fills which field of a template. */
@NullMarked
package dev.nameplate.batch.map;

import org.jspecify.annotations.NullMarked;
