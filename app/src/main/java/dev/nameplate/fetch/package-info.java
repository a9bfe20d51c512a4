/** Remote images: the only package that connects to other hosts. */
@NullMarked
package dev.nameplate.fetch;

import org.jspecify.annotations.NullMarked;
