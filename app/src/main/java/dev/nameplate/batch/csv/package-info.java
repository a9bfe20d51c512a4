/**
 * Lists as files hold them: dialect and encoding found out, records split without touching a byte,
 * cells read by FastCSV.
 */
@NullMarked
package dev.nameplate.batch.csv;

import org.jspecify.annotations.NullMarked;
