/** Tests of remote images. */
@NullMarked
package dev.nameplate.fetch;

import org.jspecify.annotations.NullMarked;
