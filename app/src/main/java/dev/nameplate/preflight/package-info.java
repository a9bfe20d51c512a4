/** The command-line tools: ugly data, the preflight and the contact sheet. */
@NullMarked
package dev.nameplate.preflight;

import org.jspecify.annotations.NullMarked;
