/**
 * The editor without HTTP: drafts, their pictures, and publishing. A draft is the text of a {@code
 * template.json}, never a template written back, so that what nobody changed stays as it is.
 */
@NullMarked
package dev.nameplate.edit;

import org.jspecify.annotations.NullMarked;
