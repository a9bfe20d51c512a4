/** Small parts that know nothing of pictures: single flight and sequential execution. */
@NullMarked
package dev.nameplate.util;

import org.jspecify.annotations.NullMarked;
