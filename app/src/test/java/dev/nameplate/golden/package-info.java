/** Pictures in git that tests compare with, and digests of those that are too many to keep. */
@NullMarked
package dev.nameplate.golden;

import org.jspecify.annotations.NullMarked;
