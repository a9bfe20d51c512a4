/**
 * What several nodes share through Redis: pictures, prepared backgrounds, rate limits, counts of
 * use, revoked tokens and jobs. Nothing here blocks a thread of a request, and nothing fails
 * because Redis does. The only package that imports Lettuce; its classes are loaded only where
 * {@code NAMEPLATE_REDIS} is set.
 */
@NullMarked
package dev.nameplate.redis;

import org.jspecify.annotations.NullMarked;
