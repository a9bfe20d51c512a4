/** Storage of templates behind an interface, and loading from it. */
@NullMarked
package dev.nameplate.template.library;

import org.jspecify.annotations.NullMarked;
