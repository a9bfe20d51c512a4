@NullMarked
package dev.nameplate.pipeline.background;

import org.jspecify.annotations.NullMarked;
