package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.edit.Brand;
import dev.nameplate.edit.DraftAssets;
import dev.nameplate.edit.DraftPictures;
import dev.nameplate.edit.DraftState;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.TemplateFiles;
import io.javalin.config.RoutesConfig;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers assets and adds them. */
final class AssetRoutes {
  private static final Logger log = LoggerFactory.getLogger(AssetRoutes.class);

  private static final Map<String, String> TYPES =
      Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg");

  private final EditorParts parts;
  private final boolean readOnly;

  /**
   * @param readOnly whether nothing is written
   */
  AssetRoutes(EditorParts parts, boolean readOnly) {
    this.parts = parts;
    this.readOnly = readOnly;
  }

  void addTo(RoutesConfig routes, EditorHandlers handlers) {
    routes.get("/t/<id>/edit/asset", handlers.now(this::asset));
    routes.post("/t/<id>/edit/assets", handlers.now(this::add));
  }

  private HttpResponse asset(EditorCall call) {
    DraftState state = call.state(parts.drafts());
    String path = Optional.ofNullable(call.context().queryParam("path")).orElse("");
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    Optional<byte[]> file =
        path.startsWith("assets/") && type != null
            ? parts.files().read(state.assetsOf(), path)
            : Optional.empty();
    if (file.isEmpty() || type == null) {
      throw new EditorException(
          EditorCode.UNKNOWN_ASSET, "choose one of the template's assets, assets/….png or .jpg");
    }
    return HttpResponse.of(
        200,
        type,
        file.get(),
        Map.of(
            "Cache-Control",
            CachePolicy.NO_STORE,
            "Content-Security-Policy",
            "default-src 'none'; sandbox"));
  }

  private HttpResponse add(EditorCall call) {
    DraftState state = call.state(parts.drafts());
    ObjectNode body = call.json();
    if (readOnly) {
      throw new EditorException(
          EditorCode.READ_ONLY,
          "version control owns the templates (NAMEPLATE_EDITOR_READ_ONLY): put the file into the"
              + " template's assets there");
    }
    String logo = body.path("logo").asText("");
    DraftAssets.Result result =
        logo.isEmpty()
            ? added(state, body.path("name").asText(""), data(body))
            : added(state, logo, logo(logo));
    if (result instanceof DraftAssets.Result.Added added) {
      ObjectNode node = EditorJson.object();
      node.put("path", added.path());
      node.put("width", added.width());
      node.put("height", added.height());
      node.set("assets", list(parts.files(), parts.pictures(), state.id()));
      return EditorHandlers.json(201, node, Map.of());
    }
    throw new EditorException(
        EditorCode.INVALID_PICTURE, ((DraftAssets.Result.Refused) result).why());
  }

  private DraftAssets.Result added(DraftState state, String name, byte[] file) {
    try {
      return parts.assets().add(state, name, file);
    } catch (UncheckedIOException refused) {
      log.warn("an asset cannot be written: {}", refused.getClass().getName());
      throw new EditorException(
          EditorCode.NOT_PUBLISHED,
          "the folder of templates cannot be written: make it writable or free space");
    }
  }

  private byte[] logo(String path) {
    return Brand.read(parts.root())
        .logo(parts.root(), path)
        .orElseThrow(
            () ->
                new EditorException(
                    EditorCode.UNKNOWN_ASSET, "choose one of the logos that brand.json names"));
  }

  private static byte[] data(ObjectNode body) {
    try {
      return Base64.getDecoder().decode(body.path("data").asText(""));
    } catch (IllegalArgumentException wrong) {
      throw new EditorException(EditorCode.INVALID_VALUE, "data is the file in base64");
    }
  }

  /** A template's assets, with their sizes where they can be read. */
  static ArrayNode list(TemplateFiles files, DraftPictures pictures, TemplateId id) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (String path : files.paths(id, "assets")) {
      Optional<byte[]> file = files.read(id, path);
      ObjectNode node = nodes.addObject();
      node.put("path", path);
      node.put("bytes", file.map(bytes -> bytes.length).orElse(0));
      try {
        var image = pictures.asset(id, path);
        node.put("width", image.getWidth());
        node.put("height", image.getHeight());
      } catch (AssetException unusable) {
        node.putNull("width");
        node.putNull("height");
      }
    }
    return nodes;
  }
}
