/** The folder of templates: loaded, watched, and replaced when a file changes. */
@NullMarked
package dev.nameplate.template.library;

import org.jspecify.annotations.NullMarked;
