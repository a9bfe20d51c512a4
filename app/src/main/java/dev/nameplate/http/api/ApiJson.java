package dev.nameplate.http.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.api.ApiException;
import dev.nameplate.api.ApiFault;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.api.ExplainImage;
import dev.nameplate.api.ImageUrlResult;
import dev.nameplate.http.image.ExplanationJson;
import java.util.List;

/** Writes the answers of the API. */
final class ApiJson {
  /** Where the codes are explained; the anchors never change. */
  static final String DOCS = "/docs/api#";

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int VERSION = 16;

  private ApiJson() {}

  /** An object to fill. */
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A URL and what its picture shows. */
  static ObjectNode of(ImageUrlResult result) {
    ObjectNode root = object();
    root.put("status", "success");
    root.put("id", result.id());
    root.put("image_url", result.url());
    root.put("url", result.url());
    root.put("template", result.template().id());
    root.put(result.order().templateKey(), result.template().id());
    root.put("template_version", version(result.template().digest()));
    root.put("version", result.template().version().orElse(null));
    root.put("format", result.format().ending());
    root.put("width", result.width());
    root.put("height", result.height());
    root.put("alt", result.alt());
    root.put("outcome", result.outcome());
    ObjectNode fields = root.putObject("fields");
    result
        .fields()
        .forEach(
            (name, field) -> {
              ObjectNode node = fields.putObject(name);
              node.put("state", field.state());
              field.reason().ifPresent(reason -> node.put("reason", reason));
            });
    ArrayNode warnings = root.putArray("warnings");
    result.warnings().forEach(warnings::add);
    root.put("expires_at", expires(result));
    result.picture().ifPresent(picture -> root.put("bytes", picture.length()));
    result.order().metadata().ifPresent(metadata -> root.set("metadata", metadata));
    return root;
  }

  /** Absent where the URL never expires, whatever was asked. */
  private static @org.jspecify.annotations.Nullable String expires(ImageUrlResult result) {
    return result
        .order()
        .options()
        .expires()
        .filter(end -> result.expires())
        .map(Object::toString)
        .orElse(null);
  }

  /** A URL with the explanation of its picture. */
  static ObjectNode of(ExplainImage.Result result) {
    ObjectNode root = of(result.url());
    root.set("explanation", ExplanationJson.node(result.explanation()));
    return root;
  }

  /** The version of a template, as far as callers need to compare it. */
  static String version(String digest) {
    return digest.substring(0, Math.min(VERSION, digest.length()));
  }

  /** A problem (RFC 9457). */
  static ObjectNode problem(ApiException wrong, String requestId) {
    List<ApiFault> faults = wrong.faults();
    ErrorCode code = wrong.code();
    ObjectNode root = object();
    root.put("type", "urn:nameplate:" + code.label());
    root.put("title", code.title());
    root.put("status", code.status());
    root.put("detail", faults.get(0).message());
    root.put("code", code.label());
    ArrayNode errors = root.putArray("errors");
    for (ApiFault fault : faults) {
      ObjectNode error = errors.addObject();
      error.put("path", fault.path());
      error.put("code", fault.code().label());
      error.put("message", fault.message());
      fault.nearest().ifPresent(nearest -> error.put("nearest", nearest));
    }
    root.put("request_id", requestId);
    root.put("docs", DOCS + code.label());
    wrong
        .subject()
        .flatMap(ApiException.Subject::studio)
        .ifPresent(link -> root.put("studio", link));
    return root;
  }

  static byte[] bytes(ObjectNode root) {
    try {
      return MAPPER.writeValueAsBytes(root);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of texts and numbers can be written", impossible);
    }
  }
}
