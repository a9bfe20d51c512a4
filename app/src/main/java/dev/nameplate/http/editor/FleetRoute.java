package dev.nameplate.http.editor;

import dev.nameplate.fleet.NodeRegistry;
import dev.nameplate.fleet.NodeStatus;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.http.page.StudioAssets;
import dev.nameplate.studio.FleetView;
import dev.nameplate.studio.StudioHtml;
import dev.nameplate.util.Lazy;
import io.javalin.config.RoutesConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The page of the fleet, for whoever may use the editor. */
final class FleetRoute {
  private static final String PATH = "/fleet";

  private final NodeRegistry nodes;
  private final Lazy<StudioHtml> html =
      new Lazy<>(() -> new StudioHtml(new StudioAssets().path() + "/", true));

  FleetRoute(NodeRegistry nodes) {
    this.nodes = nodes;
  }

  void addTo(RoutesConfig routes, EditorHandlers handlers) {
    routes.get(PATH, handlers.page(call -> page()));
    routes.head(PATH, handlers.page(call -> page()));
  }

  private HttpResponse page() {
    List<NodeStatus> seen = nodes.nodes();
    FleetView view = FleetView.of(seen, nodes.isShared(), seen.get(0).life().seen());
    return HttpResponse.of(
        200,
        "text/html; charset=utf-8",
        html.get().fleet(view).getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Cache-Control",
            CachePolicy.NO_STORE,
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "X-Robots-Tag",
            "noindex"));
  }
}
