@NullMarked
package dev.nameplate.usage;

import org.jspecify.annotations.NullMarked;
