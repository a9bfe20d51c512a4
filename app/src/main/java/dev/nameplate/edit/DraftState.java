package dev.nameplate.edit;

import dev.nameplate.edit.text.JsonText;
import dev.nameplate.template.Sample;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.TemplateLibrary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A template in the editor.
 *
 * @param id of the template
 * @param draft as it is stored, or the published file where nothing is stored
 * @param published empty where there is no such file
 * @param ownAssets whether the template's folder has assets
 */
public record DraftState(
    TemplateId id, Draft draft, Optional<Published> published, boolean ownAssets) {
  /**
   * Returns the template whose assets the draft uses: its own once they were added to it, since the
   * others are taken over then.
   */
  public TemplateId assetsOf() {
    return ownAssets ? id : samplesOf();
  }

  /** Returns the template whose samples it has: until it is published the one it began with. */
  public TemplateId samplesOf() {
    return published.isPresent() ? id : draft.assetsOf().orElse(id);
  }

  /** Returns the samples of the draft: those that were saved with it, else those of the files. */
  public List<Sample> samples(TemplateLibrary templates) {
    return draft
        .samples()
        .map(text -> Sample.parse(text.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> templates.samples(samplesOf().text()));
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
    return published.map(Published::text).equals(Optional.of(draft.text()))
        && draft.samples().isEmpty();
  }
}
