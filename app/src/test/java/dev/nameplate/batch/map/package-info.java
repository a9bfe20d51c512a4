@NullMarked
package dev.nameplate.batch.map;

import org.jspecify.annotations.NullMarked;
