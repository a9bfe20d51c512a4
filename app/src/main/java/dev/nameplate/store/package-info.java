/** Where finished pictures are kept by their keys: the port, and the store in this process. */
@NullMarked
package dev.nameplate.store;

import org.jspecify.annotations.NullMarked;
