/** Still and animated GIF. */
@NullMarked
package dev.nameplate.encode.gif;

import org.jspecify.annotations.NullMarked;
