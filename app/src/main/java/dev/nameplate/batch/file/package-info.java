/** Runs over files: what is half done survives the end of the process and is taken up again. */
@NullMarked
package dev.nameplate.batch.file;

import org.jspecify.annotations.NullMarked;
