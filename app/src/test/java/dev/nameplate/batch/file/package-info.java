@NullMarked
package dev.nameplate.batch.file;

import org.jspecify.annotations.NullMarked;
