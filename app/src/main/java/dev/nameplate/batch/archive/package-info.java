/** The files of a list's rows: how they are called, and archives of them. */
@NullMarked
package dev.nameplate.batch.archive;

import org.jspecify.annotations.NullMarked;
