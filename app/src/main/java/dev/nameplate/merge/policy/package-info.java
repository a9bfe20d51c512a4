/** Decides whether a value may be drawn: blocked words, advertisements, phone numbers. */
@NullMarked
package dev.nameplate.merge.policy;

import org.jspecify.annotations.NullMarked;
