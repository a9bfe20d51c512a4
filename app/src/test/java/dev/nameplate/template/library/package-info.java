@NullMarked
package dev.nameplate.template.library;

import org.jspecify.annotations.NullMarked;
