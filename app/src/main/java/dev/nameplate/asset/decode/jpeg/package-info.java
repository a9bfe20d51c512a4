/** Checks whether the coded data of a JPEG file (ITU-T T.81) is complete. */
@NullMarked
package dev.nameplate.asset.decode.jpeg;

import org.jspecify.annotations.NullMarked;
