/** The coded data of JPEG files (ITU-T T.81), as far as telling whether it is all there. */
@NullMarked
package dev.nameplate.asset.decode.jpeg;

import org.jspecify.annotations.NullMarked;
