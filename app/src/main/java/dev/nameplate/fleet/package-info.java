/** What nodes tell of themselves, and who they are: a list of the nodes that were seen lately. */
@NullMarked
package dev.nameplate.fleet;

import org.jspecify.annotations.NullMarked;
