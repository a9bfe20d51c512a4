/** Encodes JPEG (ITU-T T.81) in restart intervals, so that unchanged ones can be copied. */
@NullMarked
package dev.nameplate.encode.jpeg;

import org.jspecify.annotations.NullMarked;
