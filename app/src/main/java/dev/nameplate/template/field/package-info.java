/** The fields a template declares: kind, fallback, letter case, policy and allowed hosts. */
@NullMarked
package dev.nameplate.template.field;

import org.jspecify.annotations.NullMarked;
