/** Tests of {@code access.client}. */
@NullMarked
package dev.nameplate.access.client;

import org.jspecify.annotations.NullMarked;
