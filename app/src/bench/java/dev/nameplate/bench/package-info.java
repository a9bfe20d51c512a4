/**
 * What a picture costs: the steps of one by themselves, and whole ones drawn one after the other.
 */
@NullMarked
package dev.nameplate.bench;

import org.jspecify.annotations.NullMarked;
