/** Tests of the room that decodes pictures. */
@NullMarked
package dev.nameplate.asset;

import org.jspecify.annotations.NullMarked;
