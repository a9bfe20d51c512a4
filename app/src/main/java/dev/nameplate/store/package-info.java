/** What is kept on the disk of a node: the work folder, its files and locks. */
@NullMarked
package dev.nameplate.store;

import org.jspecify.annotations.NullMarked;
