/** Backgrounds of templates, painted and encoded in advance and cached within a number of bytes. */
@NullMarked
package dev.nameplate.pipeline.background;

import org.jspecify.annotations.NullMarked;
