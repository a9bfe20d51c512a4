/** Texts with fields in them: Liquid, styled spans, plural forms, conditions. */
@NullMarked
package dev.nameplate.template.wording;

import org.jspecify.annotations.NullMarked;
