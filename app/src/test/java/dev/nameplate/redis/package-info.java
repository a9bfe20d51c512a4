/** Tests with a real Redis: what nodes share, and what they do without it. */
@NullMarked
package dev.nameplate.redis;

import org.jspecify.annotations.NullMarked;
