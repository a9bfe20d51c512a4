/** IP addresses and blocks of them, read from text without a name server. */
@NullMarked
package dev.nameplate.net;

import org.jspecify.annotations.NullMarked;
