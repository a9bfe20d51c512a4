package dev.nameplate.boot;

import dev.nameplate.fetch.RemoteImageFetcher;
import dev.nameplate.serve.ImageService;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Draws the standard pictures of the first templates, one after the other, so that what requests
 * need is prepared in between. Those of others are drawn when they are first used.
 *
 * @param background runs one template's work at a time
 */
record StandardWarmUp(
    TemplateLibrary templates,
    ImageService images,
    RemoteImageFetcher remoteImages,
    Executor background)
    implements Runnable {
  /** How many templates' standard pictures are drawn ahead of requests. */
  private static final int TEMPLATES = 50;

  @Override
  public void run() {
    next(templates.ids().stream().limit(TEMPLATES).iterator());
  }

  private void next(Iterator<String> ids) {
    if (ids.hasNext()) {
      Optional<Template> template = templates.find(ids.next());
      template.ifPresent(found -> images.warm(List.of(found)));
      if (template.filter(StandardWarmUp::usesRemoteImages).isPresent()) {
        remoteImages.warm();
      }
      background.execute(() -> next(ids));
    }
  }

  private static boolean usesRemoteImages(Template template) {
    return template.fields().values().stream().anyMatch(field -> !field.hosts().isEmpty());
  }
}
