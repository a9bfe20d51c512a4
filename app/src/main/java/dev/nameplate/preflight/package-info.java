/** Checks of templates: edge-case data, the preflight's rules and the contact sheet. */
@NullMarked
package dev.nameplate.preflight;

import org.jspecify.annotations.NullMarked;
