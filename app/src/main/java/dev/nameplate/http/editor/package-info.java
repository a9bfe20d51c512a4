/** Answers the editor: its pages, drafts, their pictures, publishing, and sessions. */
@NullMarked
package dev.nameplate.http.editor;

import org.jspecify.annotations.NullMarked;
