/** Environment and options mapped onto each room's own settings. */
@NullMarked
package dev.nameplate.config;

import org.jspecify.annotations.NullMarked;
