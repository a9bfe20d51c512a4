@NullMarked
package dev.nameplate.template.layer;

import org.jspecify.annotations.NullMarked;
