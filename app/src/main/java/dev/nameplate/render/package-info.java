/** Paints placed layers into pixels: static ones once per template, dynamic ones per picture. */
@NullMarked
package dev.nameplate.render;

import org.jspecify.annotations.NullMarked;
