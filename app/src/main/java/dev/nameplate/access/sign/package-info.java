/** Signed, expiring and sealed image URLs. */
@NullMarked
package dev.nameplate.access.sign;

import org.jspecify.annotations.NullMarked;
