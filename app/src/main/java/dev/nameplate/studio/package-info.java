/**
 * What the studio's pages show: the templates, their fields, and what to paste into a sending tool.
 */
@NullMarked
package dev.nameplate.studio;

import org.jspecify.annotations.NullMarked;
