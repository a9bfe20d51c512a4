package dev.nameplate.http.editor;

import dev.nameplate.access.sign.ReviewLinks;
import dev.nameplate.edit.DraftAssets;
import dev.nameplate.edit.DraftChecks;
import dev.nameplate.edit.DraftFonts;
import dev.nameplate.edit.DraftPictures;
import dev.nameplate.edit.Drafts;
import dev.nameplate.edit.Publisher;
import dev.nameplate.edit.Reviewer;
import dev.nameplate.template.library.TemplateFiles;
import dev.nameplate.template.library.TemplateLibrary;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What the editor's routes work with.
 *
 * @param drafts finds and saves drafts
 * @param pictures draws drafts
 * @param checks looks at drafts with data that nobody thinks of
 * @param reviewer compares drafts with what is published
 * @param publisher writes templates
 * @param assets adds pictures to templates
 * @param reviewing links for the person who approves a draft
 * @param templates those that are published
 * @param files of the templates, for their assets
 * @param root the folder of all templates, for the brand's file
 * @param fonts the families that texts may have; adds a template's own
 */
public record EditorParts(
    Drafts drafts,
    DraftPictures pictures,
    DraftChecks checks,
    Reviewer reviewer,
    Publisher publisher,
    DraftAssets assets,
    Reviewing reviewing,
    TemplateLibrary templates,
    TemplateFiles files,
    Path root,
    DraftFonts fonts) {
  /**
   * Links for the person who approves a draft.
   *
   * @param links writes and judges them
   * @param clock decides when they end
   */
  public record Reviewing(ReviewLinks links, InstantSource clock) {}
}
