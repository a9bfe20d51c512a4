/** IP address ranges. */
@NullMarked
package dev.nameplate.net;

import org.jspecify.annotations.NullMarked;
