package dev.nameplate.http.editor;

import dev.nameplate.fleet.NodeRegistry;
import dev.nameplate.http.message.HttpResponse;
import io.javalin.config.JavalinConfig;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Request;

/** The routes of the editor, which {@code app/docs/editor-api.md} describes. */
public final class EditorRoutes {
  private final EditorAccess access;
  private final EditorParts parts;
  private final EditorSettings settings;
  private final Executor onward;
  private final NodeRegistry nodes;

  /**
   * @param onward runs what follows a drawing
   * @param nodes those that the fleet page shows
   */
  public EditorRoutes(
      EditorParts parts,
      EditorAccess access,
      EditorSettings settings,
      Executor onward,
      NodeRegistry nodes) {
    this.parts = parts;
    this.access = access;
    this.settings = settings;
    this.onward = onward;
    this.nodes = nodes;
  }

  /** Returns whether there is an editor. */
  public boolean isOn() {
    return access.mode() != EditorMode.OFF;
  }

  /** Returns whether a request may use the editor, for whoever reads its body. */
  public boolean admits(Request request) {
    return access.admits(request);
  }

  /**
   * Adds the routes. They come before those of the studio, whose template pages would take their
   * paths. Other paths below {@code /t/<id>/edit} are 404.
   */
  public void addTo(JavalinConfig config) {
    EditorFiles files = new EditorFiles();
    EditorHandlers handlers = new EditorHandlers(access);
    StateJson states =
        new StateJson(parts.pictures().reader(), parts.templates(), parts.publisher());
    EditorPages pages = new EditorPages(parts, access, files, states, settings.readOnly());
    DraftRoutes drafts = new DraftRoutes(parts.drafts(), states);
    if (isOn()) {
      files.addTo(config.routes);
    }
    drafts.addTo(config.routes, handlers);
    new PictureRoutes(parts, onward).addTo(config.routes, handlers);
    new AssetRoutes(parts, settings.readOnly()).addTo(config.routes, handlers);
    new FontRoutes(parts, settings.readOnly()).addTo(config.routes, handlers);
    new CheckRoutes(parts, onward).addTo(config.routes, handlers);
    new PublishRoutes(parts, states, drafts, settings.readOnly(), onward)
        .addTo(config.routes, handlers);
    new ReviewRoutes(parts, access, files, states, onward).addTo(config.routes, handlers);
    pages.addTo(config.routes, handlers);
    new NewRoute(parts.drafts()).addTo(config.routes, handlers);
    new LoginRoutes(access, pages).addTo(config.routes);
    new FleetRoute(nodes).addTo(config.routes, handlers);
    config.routes.get("/t/<id>/edit/<rest>", handlers.now(EditorRoutes::missing));
  }

  private static HttpResponse missing(EditorCall call) {
    throw new EditorException(EditorCode.NOT_FOUND, "see app/docs/editor-api.md");
  }
}
