/** The use cases of the JSON API, without HTTP: from a parsed body to what is answered. */
@NullMarked
package dev.nameplate.api;

import org.jspecify.annotations.NullMarked;
