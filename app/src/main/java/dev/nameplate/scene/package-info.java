/** Template and values made into layers resolved but for the wording's rung, and their identity. */
@NullMarked
package dev.nameplate.scene;

import org.jspecify.annotations.NullMarked;
