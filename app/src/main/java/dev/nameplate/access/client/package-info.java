/** The client's address behind proxies, and the rule for requests without a token. */
@NullMarked
package dev.nameplate.access.client;

import org.jspecify.annotations.NullMarked;
