/** Where the bytes of a picture go, beside what a general encoder needs for the same pixels. */
@NullMarked
package dev.nameplate.bench.bytes;

import org.jspecify.annotations.NullMarked;
