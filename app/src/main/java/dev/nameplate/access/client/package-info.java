/** Who is asking: the client's address behind trusted proxies and mail proxies. */
@NullMarked
package dev.nameplate.access.client;

import org.jspecify.annotations.NullMarked;
