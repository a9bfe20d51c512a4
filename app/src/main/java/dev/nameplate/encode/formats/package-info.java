/** The one place that knows every encoder and which formats can be written here. */
@NullMarked
package dev.nameplate.encode.formats;

import org.jspecify.annotations.NullMarked;
