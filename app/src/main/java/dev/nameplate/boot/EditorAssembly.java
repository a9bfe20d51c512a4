package dev.nameplate.boot;

import dev.nameplate.access.sign.ReviewLinks;
import dev.nameplate.access.sign.SessionCookies;
import dev.nameplate.access.token.TokenVerifier;
import dev.nameplate.config.Settings;
import dev.nameplate.edit.DraftAssets;
import dev.nameplate.edit.DraftChecks;
import dev.nameplate.edit.DraftFonts;
import dev.nameplate.edit.DraftPictures;
import dev.nameplate.edit.DraftStore;
import dev.nameplate.edit.Drafts;
import dev.nameplate.edit.Publisher;
import dev.nameplate.edit.Reviewer;
import dev.nameplate.fleet.NodeRegistry;
import dev.nameplate.http.editor.EditorAccess;
import dev.nameplate.http.editor.EditorParts;
import dev.nameplate.http.editor.EditorRoutes;
import dev.nameplate.http.session.Sessions;
import dev.nameplate.layout.Layout;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.tag.TagCheck;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.pipeline.RemoteImageStep;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.serve.RenderExecutor;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontCheck;
import dev.nameplate.text.font.FontLibrary;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Puts the editor together, with a layout, a renderer and backgrounds of its own.
 *
 * @param drawing what pictures are drawn with
 * @param templates those that are published
 * @param executor gives drawing threads
 * @param work the work folder, opened at the first use
 * @param clock the time of day
 */
record EditorAssembly(
    Settings settings,
    Drawing drawing,
    TemplateLibrary templates,
    RenderExecutor executor,
    Supplier<WorkFolder> work,
    InstantSource clock) {

  /** The parts of the program that drafts are drawn with, as published templates are. */
  record Drawing(
      FontLibrary fonts,
      EngineIdentity engine,
      FieldResolver resolver,
      SceneBuilder scenes,
      RemoteImageStep remoteImages) {}

  /**
   * The routes.
   *
   * @param onward runs what follows a drawing
   * @param nodes those that the fleet page shows
   */
  EditorRoutes routes(
      TokenVerifier tokens, EditorAccess.Local local, Executor onward, NodeRegistry nodes) {
    boolean hasKeys = !settings.access().keys().isEmpty();
    EditorAccess access =
        new EditorAccess(
            settings.editor().mode(),
            hasKeys,
            local,
            new EditorAccess.Tokens(tokens, sessions(local), clock));
    return new EditorRoutes(parts(), access, settings.editor(), onward, nodes);
  }

  /** The sessions of browsers, whose requests are judged as the editor's are. */
  Sessions sessions(EditorAccess.Local local) {
    return new Sessions(
        new SessionCookies(settings.access().keys(), clock),
        settings.http().trustedProxies(),
        local.facts());
  }

  private EditorParts parts() {
    FolderTemplateFiles files = new FolderTemplateFiles(settings.templates());
    List<TemplateCheck> checks = List.of(new TagCheck(), new FontCheck(drawing.fonts()));
    DraftPictures pictures =
        new DraftPictures(
            new DraftPictures.Parts(
                files,
                checks,
                layout -> new ScenePlacer(drawing.resolver(), drawing.scenes(), layout),
                (placer, backgrounds) ->
                    new Pipeline(
                        drawing.engine(),
                        placer,
                        drawing.remoteImages(),
                        drawing.scenes(),
                        backgrounds),
                new Layout(new Typesetter(drawing.fonts()))),
            executor,
            clock);
    return new EditorParts(
        new Drafts(files, new DraftStore(work), clock),
        pictures,
        new DraftChecks(pictures),
        new Reviewer(pictures, templates, clock),
        new Publisher(files, checks, templates),
        new DraftAssets(files),
        new EditorParts.Reviewing(
            new ReviewLinks(settings.access().keys(), () -> work.get().key()), clock),
        templates,
        files,
        settings.templates(),
        new DraftFonts(files, pictures, drawing.fonts()));
  }
}
