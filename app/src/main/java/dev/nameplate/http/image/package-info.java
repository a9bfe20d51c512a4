/** Answers {@code /i/}: the path's grammar, the response cache, pictures, explanations. */
@NullMarked
package dev.nameplate.http.image;

import org.jspecify.annotations.NullMarked;
