/** Tests of scenes and of what they show of the clock. */
@NullMarked
package dev.nameplate.scene;

import org.jspecify.annotations.NullMarked;
