/** Decodes picture files from authors and remote hosts, within limits. */
@NullMarked
package dev.nameplate.asset.decode;

import org.jspecify.annotations.NullMarked;
