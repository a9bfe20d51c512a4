/** Encodes static and animated GIF (89a). */
@NullMarked
package dev.nameplate.encode.gif;

import org.jspecify.annotations.NullMarked;
