@NullMarked
package dev.nameplate.batch;

import org.jspecify.annotations.NullMarked;
