/** Clusters, scripts and direction of a text (UAX 9, 24, 29). */
@NullMarked
package dev.nameplate.text.unicode;

import org.jspecify.annotations.NullMarked;
