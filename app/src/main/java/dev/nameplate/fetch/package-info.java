/** Pictures fetched from other hosts: the only room that calls out. */
@NullMarked
package dev.nameplate.fetch;

import org.jspecify.annotations.NullMarked;
