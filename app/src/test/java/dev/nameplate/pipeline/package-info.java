@NullMarked
package dev.nameplate.pipeline;

import org.jspecify.annotations.NullMarked;
