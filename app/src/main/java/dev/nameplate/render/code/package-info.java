/** QR codes and barcodes as modules, and reading them back. */
@NullMarked
package dev.nameplate.render.code;

import org.jspecify.annotations.NullMarked;
