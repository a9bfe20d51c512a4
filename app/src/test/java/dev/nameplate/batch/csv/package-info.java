@NullMarked
package dev.nameplate.batch.csv;

import org.jspecify.annotations.NullMarked;
