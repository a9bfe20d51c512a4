/** Maps environment variables and options onto the settings records of the packages. */
@NullMarked
package dev.nameplate.config;

import org.jspecify.annotations.NullMarked;
