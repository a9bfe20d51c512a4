/** Headers and bodies: conditional requests, negotiation, cache lifetimes, writing a response. */
@NullMarked
package dev.nameplate.http.message;

import org.jspecify.annotations.NullMarked;
