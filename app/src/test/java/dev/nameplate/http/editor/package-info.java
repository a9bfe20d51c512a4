/** Tests of {@code http.editor}. */
@NullMarked
package dev.nameplate.http.editor;

import org.jspecify.annotations.NullMarked;
