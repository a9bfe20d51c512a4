/**
 * Decides whether a name or text may be drawn: no blocked words, web addresses or phone numbers.
 */
@NullMarked
package dev.nameplate.merge.policy;

import org.jspecify.annotations.NullMarked;
