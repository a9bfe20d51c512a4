/**
 * How much is made for whom: URLs, pictures and hits per day, template and subject of a token, kept
 * over restarts; and the quotas of tokens. Counts only, never a value of a recipient.
 */
@NullMarked
package dev.nameplate.usage;

import org.jspecify.annotations.NullMarked;
