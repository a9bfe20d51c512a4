/** The application put together from its packages, started, warmed up and stopped. */
@NullMarked
package dev.nameplate.boot;

import org.jspecify.annotations.NullMarked;
