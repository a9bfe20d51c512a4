/** From a raw query to trusted field values: decoded, cleaned, and missing where it must be. */
@NullMarked
package dev.nameplate.merge;

import org.jspecify.annotations.NullMarked;
