@NullMarked
package dev.nameplate.pipeline.base;

import org.jspecify.annotations.NullMarked;
