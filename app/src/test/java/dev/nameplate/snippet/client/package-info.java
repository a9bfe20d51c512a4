@NullMarked
package dev.nameplate.snippet.client;

import org.jspecify.annotations.NullMarked;
