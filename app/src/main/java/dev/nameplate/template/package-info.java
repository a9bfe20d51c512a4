/** What the designer wrote: read, checked whole, and held until it changes. */
@NullMarked
package dev.nameplate.template;

import org.jspecify.annotations.NullMarked;
