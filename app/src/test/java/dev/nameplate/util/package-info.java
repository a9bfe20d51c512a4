@NullMarked
package dev.nameplate.util;

import org.jspecify.annotations.NullMarked;
