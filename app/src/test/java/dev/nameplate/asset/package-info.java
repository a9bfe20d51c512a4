/** Tests of the package that decodes images. */
@NullMarked
package dev.nameplate.asset;

import org.jspecify.annotations.NullMarked;
