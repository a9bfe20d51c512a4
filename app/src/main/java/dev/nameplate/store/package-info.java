/** Where results and work are kept: the result store, and the work folder of a node. */
@NullMarked
package dev.nameplate.store;

import org.jspecify.annotations.NullMarked;
