/** Storage: the cache of finished pictures, and the work folder of a node. */
@NullMarked
package dev.nameplate.store;

import org.jspecify.annotations.NullMarked;
