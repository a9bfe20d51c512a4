/**
 * Decodes image files, authors' and fetched ones alike, as Chromium shows them: upright and in
 * sRGB, within limits of memory and time.
 */
@NullMarked
package dev.nameplate.asset.decode;

import org.jspecify.annotations.NullMarked;
