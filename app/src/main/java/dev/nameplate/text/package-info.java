/** Line breaking, fitting and truncation: from wordings and a box to placed outlines. */
@NullMarked
package dev.nameplate.text;

import org.jspecify.annotations.NullMarked;
