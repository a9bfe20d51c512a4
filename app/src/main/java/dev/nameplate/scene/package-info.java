/**
 * Fills values into templates: scenes of nodes, clock states, and the key that identifies a
 * picture.
 */
@NullMarked
package dev.nameplate.scene;

import org.jspecify.annotations.NullMarked;
