/** Pictures for image layers, decoded under limits and known by their digests. */
@NullMarked
package dev.nameplate.asset;

import org.jspecify.annotations.NullMarked;
