package dev.nameplate.http.editor;

import dev.nameplate.edit.DraftChecks;
import dev.nameplate.edit.DraftPictures;
import dev.nameplate.edit.Drafts;
import dev.nameplate.edit.Publisher;
import dev.nameplate.edit.Reviewer;
import dev.nameplate.template.library.TemplateFiles;
import dev.nameplate.template.library.TemplateLibrary;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the editor's routes work with.
 *
 * @param drafts finds and saves drafts
 * @param pictures draws drafts
 * @param checks looks at drafts with data that nobody thinks of
 * @param reviewer compares drafts with what is published
 * @param publisher writes templates
 * @param templates those that are published
 * @param files of the templates, for their assets
 * @param fonts the families that texts may have, in the order in which they are offered
 */
public record EditorParts(
    Drafts drafts,
    DraftPictures pictures,
    DraftChecks checks,
    Reviewer reviewer,
    Publisher publisher,
    TemplateLibrary templates,
    TemplateFiles files,
    Supplier<List<FontChoice>> fonts) {
  /**
   * A font family.
   *
   * @param family its name, as templates write it
   * @param weights those that there are, in ascending order
   */
  public record FontChoice(String family, List<Integer> weights) {
    public FontChoice {
      weights = List.copyOf(weights);
    }
  }
}
