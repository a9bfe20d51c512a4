/** Tests of the room that calls out. */
@NullMarked
package dev.nameplate.fetch;

import org.jspecify.annotations.NullMarked;
