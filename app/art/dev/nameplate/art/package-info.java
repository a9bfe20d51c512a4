/**
 * Draws the pictures in the templates' {@code assets} folders: by this code alone, the same at
 * every run. It is compiled beside the tests and is no part of the program: run {@code ArtStudio}
 * with the folder of the templates as its argument.
 */
@NullMarked
package dev.nameplate.art;

import org.jspecify.annotations.NullMarked;
