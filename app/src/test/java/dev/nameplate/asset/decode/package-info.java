/** Tests of reading picture files. */
@NullMarked
package dev.nameplate.asset.decode;

import org.jspecify.annotations.NullMarked;
