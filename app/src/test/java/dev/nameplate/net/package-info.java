/** Tests of {@code net}. */
@NullMarked
package dev.nameplate.net;

import org.jspecify.annotations.NullMarked;
