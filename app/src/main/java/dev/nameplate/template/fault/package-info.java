/** Faults in templates: file, JSON path, what was found and what is allowed. */
@NullMarked
package dev.nameplate.template.fault;

import org.jspecify.annotations.NullMarked;
