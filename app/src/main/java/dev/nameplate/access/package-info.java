/** Access to pictures: signed URLs, rate limits and the client's address. */
@NullMarked
package dev.nameplate.access;

import org.jspecify.annotations.NullMarked;
