/** Tests of the application as a whole, and what tests of several packages share. */
@NullMarked
package dev.nameplate.support;

import org.jspecify.annotations.NullMarked;
