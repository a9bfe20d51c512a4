/** Writes the call of the JSON API that makes a picture's URL, in several languages. */
@NullMarked
package dev.nameplate.snippet.client;

import org.jspecify.annotations.NullMarked;
