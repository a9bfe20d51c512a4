/** Tests of webhooks. */
@NullMarked
package dev.nameplate.batch.webhook;

import org.jspecify.annotations.NullMarked;
