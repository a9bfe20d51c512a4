/** Limits how often a client may make the server draw. */
@NullMarked
package dev.nameplate.access.ratelimit;

import org.jspecify.annotations.NullMarked;
