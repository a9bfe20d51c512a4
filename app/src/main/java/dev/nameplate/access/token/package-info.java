/** Tokens of the JSON API: who may do what, verified without a store (RFC 7519, RFC 6750). */
@NullMarked
package dev.nameplate.access.token;

import org.jspecify.annotations.NullMarked;
