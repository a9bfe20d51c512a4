/**
 * Lists of recipients: a file goes in, the same file with the URL of each recipient's picture comes
 * out. Streaming, in order, in constant memory.
 */
@NullMarked
package dev.nameplate.batch;

import org.jspecify.annotations.NullMarked;
