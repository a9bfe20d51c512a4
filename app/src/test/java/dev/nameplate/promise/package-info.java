/** Tests of {@code promise}. */
@NullMarked
package dev.nameplate.promise;

import org.jspecify.annotations.NullMarked;
