/** What is wrong with a template: file, JSON path, what was found and what is allowed. */
@NullMarked
package dev.nameplate.template.fault;

import org.jspecify.annotations.NullMarked;
