/** Calls that tell other systems that a job has ended (Standard Webhooks). */
@NullMarked
package dev.nameplate.batch.webhook;

import org.jspecify.annotations.NullMarked;
