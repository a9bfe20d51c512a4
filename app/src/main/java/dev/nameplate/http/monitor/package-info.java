/** Access log, metrics and request telemetry. */
@NullMarked
package dev.nameplate.http.monitor;

import org.jspecify.annotations.NullMarked;
