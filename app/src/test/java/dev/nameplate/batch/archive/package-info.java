/** Tests of archives. */
@NullMarked
package dev.nameplate.batch.archive;

import org.jspecify.annotations.NullMarked;
