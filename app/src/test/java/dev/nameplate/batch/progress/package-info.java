@NullMarked
package dev.nameplate.batch.progress;

import org.jspecify.annotations.NullMarked;
