/** Sessions of people in a browser, which open the editor and the pages of lists. */
@NullMarked
package dev.nameplate.http.session;

import org.jspecify.annotations.NullMarked;
