/** The font files that lie in a template's own folder, and what they say about themselves. */
@NullMarked
package dev.nameplate.template.font;

import org.jspecify.annotations.NullMarked;
