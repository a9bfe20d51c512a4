/** API tokens. */
@NullMarked
package dev.nameplate.access.token;

import org.jspecify.annotations.NullMarked;
