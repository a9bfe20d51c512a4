/** The backgrounds of templates, painted and compressed ahead and kept within a number of bytes. */
@NullMarked
package dev.nameplate.pipeline.background;

import org.jspecify.annotations.NullMarked;
