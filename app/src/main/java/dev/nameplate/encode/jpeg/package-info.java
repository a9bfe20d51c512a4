/** JPEG in restart intervals, so that unchanged ones are copied. */
@NullMarked
package dev.nameplate.encode.jpeg;

import org.jspecify.annotations.NullMarked;
