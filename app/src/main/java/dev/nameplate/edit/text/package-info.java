/** JSON files as text: changed where values changed, and left as they are elsewhere. */
@NullMarked
package dev.nameplate.edit.text;

import org.jspecify.annotations.NullMarked;
