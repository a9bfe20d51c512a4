/** Detects merge tags that a sending tool left unfilled. */
@NullMarked
package dev.nameplate.merge.tag;

import org.jspecify.annotations.NullMarked;
