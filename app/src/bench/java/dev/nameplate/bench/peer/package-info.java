/**
 * What Nameplate is compared with on the same runtime: plain Java2D with ImageIO, and bare Jetty.
 */
@NullMarked
package dev.nameplate.bench.peer;

import org.jspecify.annotations.NullMarked;
