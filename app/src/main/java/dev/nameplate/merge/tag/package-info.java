/** Detects merge tags that an email platform did not fill in. */
@NullMarked
package dev.nameplate.merge.tag;

import org.jspecify.annotations.NullMarked;
