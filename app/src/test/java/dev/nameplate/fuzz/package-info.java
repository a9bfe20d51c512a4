/** What tests that draw requests at random have in common. */
@NullMarked
package dev.nameplate.fuzz;

import org.jspecify.annotations.NullMarked;
