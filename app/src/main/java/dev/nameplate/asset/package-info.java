/** Images for layers, decoded within limits and identified by their digests. */
@NullMarked
package dev.nameplate.asset;

import org.jspecify.annotations.NullMarked;
