/** Tests of jobs. */
@NullMarked
package dev.nameplate.batch.job;

import org.jspecify.annotations.NullMarked;
