/** Where templates' files are stored, behind a port, and how they are loaded from there. */
@NullMarked
package dev.nameplate.template.library;

import org.jspecify.annotations.NullMarked;
