/** What is wrong with a list before anything is sent: counts, worst rows, a report. */
@NullMarked
package dev.nameplate.batch.audit;

import org.jspecify.annotations.NullMarked;
