/** Who a client is, and what may be done without a token. */
@NullMarked
package dev.nameplate.access.client;

import org.jspecify.annotations.NullMarked;
