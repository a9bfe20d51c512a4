package dev.nameplate.edit;

import dev.nameplate.edit.text.JsonText;
import dev.nameplate.template.TemplateId;
import java.util.Optional;

/**
 * A template in the editor.
 *
 * @param id of the template
 * @param draft as it is stored, or the published file where nothing is stored
 * @param published empty where there is no such file
 */
public record DraftState(TemplateId id, Draft draft, Optional<Published> published) {
  /** Returns the template whose assets the draft uses. */
  public TemplateId assetsOf() {
    return published.isPresent() ? id : draft.assetsOf().orElse(id);
  }

  /** Returns the draft's text as JSON; empty where it is no JSON object. */
  public Optional<JsonText> json() {
    return JsonText.parse(draft.text()) instanceof JsonText.Parsed.Usable usable
            && usable.json().root().isObject()
        ? Optional.of(usable.json())
        : Optional.empty();
  }

  /** Returns whether publishing would change nothing. */
  public boolean isPublished() {
    return published.map(Published::text).equals(Optional.of(draft.text()));
  }
}
