@NullMarked
package dev.nameplate.serve.fault;

import org.jspecify.annotations.NullMarked;
