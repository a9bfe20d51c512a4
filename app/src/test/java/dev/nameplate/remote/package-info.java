/** Tests of the room that calls out. */
@NullMarked
package dev.nameplate.remote;

import org.jspecify.annotations.NullMarked;
