/** Encodes QR codes and barcodes as modules, and decodes them from pictures. */
@NullMarked
package dev.nameplate.render.code;

import org.jspecify.annotations.NullMarked;
