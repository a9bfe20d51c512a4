@NullMarked
package dev.nameplate.batch.audit;

import org.jspecify.annotations.NullMarked;
