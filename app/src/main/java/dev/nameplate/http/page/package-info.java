/** Answers pages: studio, contact sheet, snippets, health. */
@NullMarked
package dev.nameplate.http.page;

import org.jspecify.annotations.NullMarked;
