/**
 * Jobs: long lists that are worked on in the background, in turn, and survive the end of the
 * process at any instant. Whatever holds recipients' values is sealed in the work folder.
 */
@NullMarked
package dev.nameplate.batch.job;

import org.jspecify.annotations.NullMarked;
