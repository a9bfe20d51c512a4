package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.Brand;
import dev.nameplate.edit.Draft;
import dev.nameplate.edit.DraftAssets;
import dev.nameplate.edit.DraftFonts;
import dev.nameplate.edit.DraftState;
import dev.nameplate.edit.NewTemplate;
import dev.nameplate.edit.PictureOrder;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.studio.EditorShell;
import dev.nameplate.studio.StudioHtml;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateId;
import io.javalin.config.RoutesConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The pages of the editor: a shell that scripts fill, with what they begin with. */
final class EditorPages {
  private final EditorParts parts;
  private final EditorAccess access;
  private final EditorFiles files;
  private final StateJson states;
  private final boolean readOnly;

  /**
   * @param files scripts and style sheets
   * @param readOnly whether nothing is written
   */
  EditorPages(
      EditorParts parts,
      EditorAccess access,
      EditorFiles files,
      StateJson states,
      boolean readOnly) {
    this.parts = parts;
    this.access = access;
    this.files = files;
    this.states = states;
    this.readOnly = readOnly;
  }

  void addTo(RoutesConfig routes, EditorHandlers handlers) {
    routes.get("/new", handlers.page(this::begin));
    routes.head("/new", handlers.page(this::begin));
    routes.get("/t/<id>/edit", handlers.page(this::edit));
    routes.head("/t/<id>/edit", handlers.page(this::edit));
  }

  private HttpResponse edit(EditorCall call) {
    DraftState state = call.state(parts.drafts());
    ObjectNode node = common(call.session());
    node.put("id", state.id().text());
    node.put("path", "/t/" + state.id() + "/edit");
    node.setAll(states.all(state));
    node.set("fonts", FontRoutes.choices(parts.fonts(), state.assetsOf()));
    node.set("ownFonts", FontRoutes.list(parts.fonts(), state.assetsOf()));
    node.set("assets", AssetRoutes.list(parts.files(), parts.pictures(), state.assetsOf()));
    node.set("brand", brand());
    node.put("schema", files.schema());
    node.set("limits", limits());
    return page(
        new EditorShell(
            state.id() + " · Nameplate",
            "editor",
            files.path("editor.css"),
            files.path("edit.js"),
            EditorFiles.importMap(),
            new EditorShell.Ahead(files.modules("edit.js"), List.of(files.schema())),
            node.toString()));
  }

  private ObjectNode common(Session session) {
    ObjectNode node = EditorJson.object();
    node.set("session", EditorJson.session(access.mode(), session));
    node.put("readOnly", readOnly);
    return node;
  }

  private ObjectNode brand() {
    Brand brand = Brand.read(parts.root());
    ObjectNode node = EditorJson.object();
    brand.colors().forEach(node.putArray("colors")::add);
    brand.fonts().forEach(node.putArray("fonts")::add);
    brand.logos().forEach(node.putArray("logos")::add);
    node.put("fault", brand.fault().orElse(null));
    return node;
  }

  private static ObjectNode limits() {
    ObjectNode node = EditorJson.object();
    node.put("draftBytes", Draft.MAX_BYTES);
    node.put("draftLayers", Draft.MAX_LAYERS);
    node.put("publishedBytes", 262_144);
    node.put("publishedLayers", 100);
    node.put("side", 4096);
    node.put("pixels", 8_388_608);
    ArrayNode scales = node.putArray("scales");
    OrderReader.SCALES.forEach(scale -> scales.add(scale.factor()));
    node.put("drawnPixels", PictureOrder.MAX_PIXELS);
    node.put("assetBytes", DraftAssets.MAX_BYTES);
    node.put("assetSide", DraftAssets.MAX_SIDE);
    node.put("fontBytes", DraftFonts.MAX_BYTES);
    return node;
  }

  private HttpResponse begin(EditorCall call) {
    ObjectNode node = common(call.session());
    ArrayNode sizes = node.putArray("sizes");
    for (NewSize size : NewSize.values()) {
      ObjectNode each = sizes.addObject();
      each.put("key", size.key());
      each.put("name", size.title());
      each.put("width", size.size().width());
      each.put("height", size.size().height());
    }
    ArrayNode templates = node.putArray("templates");
    for (Template template : parts.templates().all()) {
      if (call.session().allowsTemplate(template.id())) {
        templates.add(card(template));
      }
    }
    ArrayNode drafts = node.putArray("drafts");
    parts.drafts().ids().stream()
        .filter(id -> call.session().allowsTemplate(id.text()))
        .forEach(id -> drafts.addObject().put("id", id.text()).put("edit", "/t/" + id + "/edit"));
    ObjectNode id = node.putObject("id");
    id.put("pattern", "[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*");
    TemplateId.RESERVED.stream().sorted().forEach(id.putArray("reserved")::add);
    id.put("maxLength", NewTemplate.MAX_ID);
    return page(
        new EditorShell(
            "New template · Nameplate",
            "new",
            files.path("editor.css"),
            files.path("new.js"),
            EditorFiles.importMap(),
            new EditorShell.Ahead(files.modules("new.js"), List.of()),
            node.toString()));
  }

  private static ObjectNode card(Template template) {
    ObjectNode node = EditorJson.object();
    node.put("id", template.id());
    node.put("title", template.title());
    node.put("width", template.size().width());
    node.put("height", template.size().height());
    node.put("picture", "/t/" + template.id() + "/edit/thumbnail");
    return node;
  }

  /**
   * The page that takes a token.
   *
   * @param to where it leads, a path of this server
   * @param error a sentence; empty for none
   */
  HttpResponse login(int status, String to, String error) {
    return html(status, StudioHtml.login(files.path("editor.css"), to, error));
  }

  private static HttpResponse page(EditorShell shell) {
    return html(200, StudioHtml.editor(shell));
  }

  /** Nothing from elsewhere, and nothing inline but the import map. */
  private static HttpResponse html(int status, String page) {
    return HttpResponse.of(
        status,
        "text/html; charset=utf-8",
        page.getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Cache-Control",
            CachePolicy.NO_STORE,
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self' "
                + EditorFiles.importMapSource()
                + "; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action"
                + " 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "X-Robots-Tag",
            "noindex"));
  }
}
