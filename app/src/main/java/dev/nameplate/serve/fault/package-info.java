/** What can be wrong with a URL, and the pictures that say so. */
@NullMarked
package dev.nameplate.serve.fault;

import org.jspecify.annotations.NullMarked;
